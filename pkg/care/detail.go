// Package care holds pure rules about what a text may need before it is posted.
// They look at words and at nothing else: they store nothing, send nothing, and
// never stop a post.
package care

import (
	"slices"
	"strings"
)

// Kind is what a detail tells about a person. It is also the end of a message
// key: see [Kind.Key].
type Kind string

// The kinds of identifying details. Age and Place are told only together, beside
// an illness: each alone fits too many people to point to anyone.
const (
	Phone    Kind = "phone"
	Email    Kind = "email"
	Profile  Kind = "profile"  // a page or an account elsewhere
	Address  Kind = "address"  // street and number
	Postcode Kind = "postcode" // or zip code
	Birth    Kind = "birth"    // the day somebody was born
	Date     Kind = "date"     // any other full date
	Number   Kind = "number"   // of a patient, a card, an account, a document
	Name     Kind = "name"
	Doctor   Kind = "doctor" // or nurse
	Hospital Kind = "hospital"
	School   Kind = "school"
	Work     Kind = "work"
	Age      Kind = "age"
	Place    Kind = "place"
)

// Kinds lists every kind, for tables and tests.
var Kinds = []Kind{Phone, Email, Profile, Address, Postcode, Birth, Date, Number, Name, Doctor, Hospital, School, Work, Age, Place}

// Key returns the message that names k to the writer, such as "a phone number".
func (k Kind) Key() string { return "care.detail." + string(k) }

// Detail is a part of a text that could point to somebody.
type Detail struct {
	Kind     Kind
	From, To int // in bytes of the text
	// Keep is a part of the writer's own words that says enough in their place: of
	// "12 March 2021", "March 2021". Where it is empty, the message Safer stands in.
	Keep  string
	Safer string // message key, such as "care.safer.doctor": "my doctor"
}

// Details finds what in text could point to a person, in the order of the text;
// none overlaps another. Its time grows with the text alone: about a millisecond
// for 10,000 characters.
func Details(text string) []Detail {
	s := scan(text)
	s.look()
	s.addresses()
	s.combination()
	return tidy(s.found)
}

// Redact returns text with the safer wording in place of each of details, which
// may be all that [Details] found in it or some. say finds a message.
func Redact(text string, details []Detail, say func(key string) string) string {
	var out strings.Builder
	at := 0
	for _, d := range tidy(details) {
		if d.To > len(text) {
			break
		}
		out.WriteString(text[at:d.From])
		if d.Keep != "" {
			out.WriteString(d.Keep)
		} else {
			out.WriteString(say(d.Safer))
		}
		at = d.To
	}
	return out.String() + text[at:]
}

// tidy orders details as they stand in the text and, of those that overlap,
// keeps the one that begins first, or else is longest.
func tidy(details []Detail) []Detail {
	details = slices.Clone(details)
	slices.SortStableFunc(details, func(a, b Detail) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
	end := 0
	return slices.DeleteFunc(details, func(d Detail) bool {
		if d.From < end || d.To <= d.From {
			return true
		}
		end = d.To
		return false
	})
}
