package web

import (
	"encoding/base64"
	"encoding/binary"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/seal"
)

// A form for writing that was made empty carries when, sealed for the form's own key.
// Whoever has it back filled in before a person could have typed is a program, and a
// newcomer's post then waits for a moderator. Nobody else is ever taken for one: a form
// that came with words in it (a draft, a quote, a copy that this device had kept) says
// nothing of when it was made, and neither does one that cannot be opened.

const madePurpose seal.Purpose = "form made"

// tooFast is less time than it takes to read a form, fill it in and look at it. (Three
// seconds are Discourse's measure of a first post too.) Words that are typed in less
// are too few to tell anything by.
const (
	tooFast   = 3 * time.Second
	fewTyped  = 20 // characters
	trapField = "subject"
)

// madeNow seals now for an empty form of a key.
func (s *Server) madeNow(key string) string {
	at := binary.BigEndian.AppendUint64(nil, uint64(s.Now().UnixMilli()))
	return base64.RawURLEncoding.EncodeToString(s.Keys.Seal(madePurpose, key, at))
}

// fast reports whether w came back faster than a person types.
func (s *Server) fast(w writing) bool {
	sealed, err := base64.RawURLEncoding.DecodeString(w.Made)
	if err != nil || utf8.RuneCountInString(w.Words) < fewTyped {
		return false
	}
	at, err := s.Keys.Open(madePurpose, w.FormKey, sealed)
	if err != nil || len(at) != 8 {
		return false
	}
	since := s.Now().Sub(time.UnixMilli(int64(binary.BigEndian.Uint64(at))))
	return since >= 0 && since < tooFast
}

// blank reports whether nothing stands in the form yet.
func (w writing) blank() bool { return w.Title == "" && w.Words == "" && w.Draft == "" }
