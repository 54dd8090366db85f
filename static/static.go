// Package static holds what pages send along: one stylesheet, small scripts of our
// own, an icon. Nothing is ever fetched from anywhere else.
package static

import "embed"

// FS is every file that a page may ask for.
//
//go:embed *.css *.js *.svg
var FS embed.FS
