package forum

import (
	"errors"
	"net/url"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// CheckWords returns the fault of a post that could not be kept as it is.
func CheckWords(source string) error {
	return orField("words", text.Check(source), "fault.words_empty", "fault.words_long")
}

// CheckTitle returns the fault of a title that could not be kept as it is.
func CheckTitle(title string) error {
	return orField("title", text.CheckTitle(title), "fault.title_empty", "fault.title_long")
}

func orField(field string, err error, empty, long string) error {
	var tooLong text.TooLong
	switch {
	case errors.Is(err, text.ErrEmpty):
		return fault.Field(field, empty)
	case errors.As(err, &tooLong):
		return fault.Field(field, long, "N", tooLong.By)
	}
	return err
}

func checkNote(note string) error {
	if n := utf8.RuneCountInString(note); n > MaxNote {
		return fault.Field("note", "fault.note_long", "N", n-MaxNote)
	}
	return nil
}

func checkWish(w Wish) error {
	if !w.Known() {
		return fault.Field("wish", "fault.choose_again")
	}
	return nil
}

// checkKnow also refuses a source that is no address: it is shown as a link.
func checkKnow(k Know, link string) error {
	if !k.Known() {
		return fault.Field("know", "fault.choose_again")
	}
	if link == "" {
		return nil
	}
	u, err := url.Parse(link)
	if err != nil || len(link) > MaxLink || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return fault.Field("link", "fault.link_unclear")
	}
	return nil
}

// checkAskOn refuses a day on which nobody could be asked.
func checkAskOn(day, today account.Day) error {
	const farthest = 366
	if day != 0 && (day <= today || day > today+farthest) {
		return fault.Field("ask_on", "fault.ask_on")
	}
	return nil
}
