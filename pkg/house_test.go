package pkg_test

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// may lists every package, from the ground up, and the others it may import.
var may = map[string][]string{
	"db":                  {},
	"fault":               {},
	"words":               {},
	"text":                {},
	"care":                {},
	"seal":                {},
	"mail":                {},
	"db/dbtest":           {"db"},
	"events":              {"db"},
	"site":                {"db", "fault", "seal"},
	"account":             {"db", "fault", "events", "seal", "site", "mail"},
	"account/accounttest": {"db", "events", "seal", "site", "account"},
	"audit":               {"db", "account"},
	"screen":              {"db", "fault", "text", "care", "seal", "site", "account", "audit"},
	"forum":               {"db", "fault", "text", "care", "events", "seal", "site", "account", "audit", "screen"},
	"notice":              {"db", "fault", "text", "events", "seal", "account", "audit", "forum"},
	"duty":                {"db", "fault", "events", "seal", "site", "account", "audit", "notice"},
	"moderation":          {"db", "fault", "text", "care", "events", "seal", "site", "account", "audit", "screen", "forum", "notice", "duty"},
	"intake":              {"db", "fault", "text", "seal", "account", "forum"},
	"demo":                {"db", "events", "text", "seal", "site", "account", "audit", "screen", "forum", "notice", "duty", "moderation"},
	"web/browser":         {},
	"web":                 {"fault", "words", "text", "care", "seal", "site", "account", "audit", "screen", "forum", "notice", "duty", "moderation"},
}

func TestHouse(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || filepath.Dir(file) == "." {
			return err
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		pkg, test := path.Dir(filepath.ToSlash(file)), strings.HasSuffix(file, "_test.go")
		allowed, known := may[pkg]
		if !known {
			t.Errorf("%s: give package %s a place in the table above", file, pkg)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if ours, ok := strings.CutPrefix(name, "github.com/kindword/kindword/pkg/"); ok && !test && !slices.Contains(allowed, ours) {
				t.Errorf("%s: %s may not import %s", file, pkg, ours)
			}
		}
		if lines := bytes.Count(src, []byte("\n")); lines > 400 && !test {
			t.Errorf("%s: %d lines; find the second thing in it and move that out", file, lines)
		}
		if bytes.Contains(src, []byte("template.HTML(")) && file != "text/text.go" && file != "web/view.go" {
			t.Errorf("%s: only text and view make HTML", file)
		}
		if bytes.Contains(src, []byte("ShouldBind")) {
			t.Errorf("%s: forms are read by hand, from the body alone", file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
