package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jba/templatecheck"

	"github.com/kindword/kindword/pkg/words"
	"github.com/kindword/kindword/templates"
)

// A misspelt field in a branch that no test takes is still found.
func TestEveryViewFitsItsTemplate(t *testing.T) {
	if len(views) < 15 {
		t.Fatalf("only %d views", len(views))
	}
	for name, v := range views {
		if err := templatecheck.CheckHTML(v.t, v.shows); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every message that a page or a handler asks for by name is in the catalogue.
func TestEveryMessageIsThere(t *testing.T) {
	catalogue, err := words.Load(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(templates.FS, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		html, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range regexp.MustCompile(`[.$](?:T|N|B) "([^"]+)"`).FindAllStringSubmatch(string(html), -1) {
			if !catalogue.Has(match[1]) {
				t.Errorf("%s asks for %s", name, match[1])
			}
		}
	}
	for _, key := range keysInGo(t) {
		if !catalogue.Has(key) {
			t.Errorf("a handler asks for %s", key)
		}
	}
}

// keysInGo are the messages that this package asks for by a whole name.
func keysInGo(t *testing.T) (keys []string) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			at := map[string]int{"T": 0, "N": 0, "B": 0, "New": 1, "Field": 1}
			name, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			i, ok := at[name.Sel.Name]
			if !ok || i >= len(call.Args) {
				return true
			}
			if lit, ok := call.Args[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if key, err := strconv.Unquote(lit.Value); err == nil && strings.Contains(key, ".") {
					keys = append(keys, key)
				}
			}
			return true
		})
	}
	return keys
}
