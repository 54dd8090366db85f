package pkg_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every module that is asked for directly has its licence and its reason in
// CONTRIBUTING.md, and nothing stands there that is not asked for.
func TestEveryDependencyHasItsReason(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	guide, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	var asked, listed []string
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+(.*)$`).FindAllStringSubmatch(string(mod), -1) {
		if !strings.Contains(m[2], "// indirect") {
			asked = append(asked, m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `(\\S+\\.\\S+/\\S+)` \\| [^|]+ \\| [^|]+ \\|$").FindAllStringSubmatch(string(guide), -1) {
		listed = append(listed, m[1])
	}
	slices.Sort(asked)
	slices.Sort(listed)
	if !slices.Equal(asked, listed) {
		t.Errorf("go.mod asks for\n%s\nand CONTRIBUTING.md says why of\n%s", strings.Join(asked, "\n"), strings.Join(listed, "\n"))
	}
}
