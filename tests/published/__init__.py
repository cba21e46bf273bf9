"""Figures that real provinces published, as case databases that hold exactly those facts and no others."""
