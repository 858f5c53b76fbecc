// Replaced by the module's own sources.
