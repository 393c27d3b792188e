"""Vietnamese and the world: data files with their loaders."""
