package words

import (
	"maps"
	"strings"
	"sync"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Words is the catalogue in one language. It is safe for concurrent use.
type Words struct {
	catalogue *Catalogue
	tag       language.Tag
	zone      *time.Location
	localizer *i18n.Localizer
	plain     *sync.Map // messages without gaps, by key
}

// Lang is the language, as a page's lang attribute has it.
func (w *Words) Lang() string { return w.tag.String() }

// Dir is the direction the language is written in: "ltr" or "rtl".
func (w *Words) Dir() string {
	script, _ := w.tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// In returns the same words with times told in another zone.
func (w *Words) In(zone *time.Location) *Words {
	other := *w
	other.zone = zone
	return &other
}

// T returns the message called key. The args are pairs of a gap's name and what
// stands in it. A key that no language has comes back as it is, so that a slip is
// seen on the page.
func (w *Words) T(key string, args ...any) string {
	if len(args) == 0 {
		if text, ok := w.plain.Load(key); ok {
			return text.(string)
		}
	}
	text := w.say(&i18n.LocalizeConfig{MessageID: key, TemplateData: gaps(args)})
	if len(args) == 0 {
		w.plain.Store(key, text)
	}
	return text
}

// N returns the message called key in the form that n of something needs. The
// gap N stands for n.
func (w *Words) N(key string, n int, args ...any) string {
	return w.say(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: gaps(append(args, "N", n))})
}

// Fill is [Words.T] for gaps that come by name, as a fault has them. A gap called
// N chooses the plural form, and a time is told as [Words.Moment].
func (w *Words) Fill(key string, args map[string]any) string {
	for gap, v := range args {
		if at, ok := v.(time.Time); ok {
			args = maps.Clone(args)
			args[gap] = w.Moment(at)
		}
	}
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: args}
	if n, ok := args["N"].(int); ok {
		config.PluralCount = n
	}
	return w.say(config)
}

func (w *Words) say(config *i18n.LocalizeConfig) string {
	text, err := w.localizer.Localize(config)
	if err != nil && text == "" {
		return config.MessageID
	}
	return text
}

func gaps(args []any) map[string]any {
	named := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		named[args[i].(string)] = args[i+1]
	}
	return named
}

// List joins several things as the language does: "a, b and c".
func (w *Words) List(items []string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], w.T("list.comma")) + w.T("list.and") + items[n-1]
	}
}
