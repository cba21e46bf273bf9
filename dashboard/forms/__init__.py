"""The official report forms: their grids as data, filled from a snapshot, and checked against themselves."""

from dashboard.forms.fill import FilledForm, fill
from dashboard.forms.grid import Column, Form, load_forms
from dashboard.forms.reconcile import Finding, reconcile

__all__ = ["Column", "FilledForm", "Finding", "Form", "fill", "load_forms", "reconcile"]
