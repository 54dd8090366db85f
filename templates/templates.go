// Package templates holds the pages, as HTML with gaps in it. A page is named for
// what it shows; base.html is the frame around all of them, and parts.html what
// several show alike.
package templates

import "embed"

// FS is every template.
//
//go:embed *.html
var FS embed.FS
