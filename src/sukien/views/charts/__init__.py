"""Charts as numbers: where each mark of a picture stands. Templates write them as SVG.

Across, places are per cent of the width, so that text keeps its size on every screen; down, they
are pixels from the top.
"""
