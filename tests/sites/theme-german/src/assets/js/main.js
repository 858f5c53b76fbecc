// The site's own script replaces the theme's.
