package web

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// sixWords are on their way to becoming somebody's. The form that shows them
// carries them sealed, so that those on the page are those that are stored, and
// nobody sends in words of their own choosing: those would be easy to guess.
type sixWords struct {
	List   []string
	Sealed string
}

const sixWordsPurpose seal.Purpose = "six words on a form"

func (s *Server) newSixWords() sixWords {
	words := account.NewRecoveryWords()
	sealed := s.Keys.Seal(sixWordsPurpose, "", []byte(strings.Join(words, " ")))
	return sixWords{words, base64.RawURLEncoding.EncodeToString(sealed)}
}

// sixWordsOn returns the words that a form carries. Those that do not open any
// more, as after a new master key, are no use to anybody: there are fresh ones
// then, and a fault that says so.
func (s *Server) sixWordsOn(form url.Values) (sixWords, error) {
	carried := form.Get("words")
	sealed, err := base64.RawURLEncoding.DecodeString(carried)
	if err == nil {
		var plain []byte
		if plain, err = s.Keys.Open(sixWordsPurpose, "", sealed); err == nil {
			return sixWords{strings.Fields(string(plain)), carried}, nil
		}
	}
	return s.newSixWords(), fault.Field("kept", "fault.words_new")
}

// saveWords sends the words that a form carries back as a file. The page they came
// from stays as it is, with everything on it.
func (s *Server) saveWords(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	words, err := s.sixWordsOn(form)
	if err != nil {
		return fault.New(fault.Gone, "fault.words_gone")
	}
	f := s.frame(c)
	text := f.T("six.file", "Site", f.Site.Name, "Words", strings.Join(words.List, " "))
	c.Header("Content-Disposition", `attachment; filename="six-words.txt"`)
	c.Data(http.StatusOK, "text/plain; charset=utf-8", []byte(text+"\r\n"))
	return nil
}

// passingKeys are gone with the process, and every form with them.
func passingKeys() *seal.Keys {
	master := make([]byte, seal.KeySize)
	rand.Read(master)
	keys, err := seal.NewKeys(master)
	if err != nil {
		panic(err) // only for a key of another length
	}
	return keys
}
