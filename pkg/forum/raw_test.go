package forum

import (
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rawFiles returns where a word stands in the raw files of a SQLite database, its
// free pages and its log among them: as it was written, in any case, or encoded.
func rawFiles(t *testing.T, file, word string) (found []string) {
	t.Helper()
	files, err := filepath.Glob(file + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		folded := strings.ToLower(string(raw))
		for how, spelled := range spelledOut(word) {
			where := folded
			if how == "base64" {
				where = string(raw)
			}
			if strings.Contains(where, spelled) {
				found = append(found, filepath.Base(name)+" as "+how)
			}
		}
	}
	return found
}

// spelledOut returns a word as careless storage might keep it.
func spelledOut(word string) map[string]string {
	word = strings.ToLower(word)
	return map[string]string{
		"words":  word,
		"stem":   word[:len(word)-2],
		"hex":    hex.EncodeToString([]byte(word)),
		"wide":   strings.Join(strings.Split(word, ""), "\x00"),
		"html":   "&#" + word,
		"base64": base64.StdEncoding.EncodeToString([]byte(word))[:len(word)*4/3-2],
	}
}
