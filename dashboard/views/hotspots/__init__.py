"""The hotspot page's views: the map and what lies inside an area, change, eight periods, places as recorded."""
