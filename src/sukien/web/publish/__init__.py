"""A library's pages as files: a site that needs no server."""

from sukien.web.publish.site import Published, Settings, publish

__all__ = ["Published", "Settings", "publish"]
