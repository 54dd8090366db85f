// Package words holds every word the site says, in every language it speaks.
//
// A language is a file, named for it: en.toml, es.toml. A message is found by its
// key; where a language lacks one, English stands in, and a test sees to it that
// none does.
package words

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed *.toml
var own embed.FS

// Catalogue is the messages of every language.
type Catalogue struct {
	bundle  *i18n.Bundle
	keys    map[language.Tag]map[string]*i18n.Message
	tags    []language.Tag // English first
	matcher language.Matcher
	spoken  map[language.Tag]*Words
}

// Load reads our own catalogue, and over it the operator's, when more is given:
// files of the same form whose messages take the place of ours. Times are told in
// zone.
func Load(zone *time.Location, more ...fs.FS) (*Catalogue, error) {
	c := &Catalogue{bundle: i18n.NewBundle(language.English), keys: map[language.Tag]map[string]*i18n.Message{}}
	c.bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, folder := range append([]fs.FS{own}, more...) {
		if err := c.read(folder); err != nil {
			return nil, fmt.Errorf("read the catalogue: %w", err)
		}
	}
	for tag := range c.keys {
		if tag != language.English {
			c.tags = append(c.tags, tag)
		}
	}
	slices.SortFunc(c.tags, func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) })
	c.tags = append([]language.Tag{language.English}, c.tags...)
	c.matcher = language.NewMatcher(c.tags)
	c.spoken = map[language.Tag]*Words{}
	for _, tag := range c.tags {
		c.spoken[tag] = &Words{catalogue: c, tag: tag, zone: zone, localizer: i18n.NewLocalizer(c.bundle, tag.String()), plain: &sync.Map{}}
	}
	return c, nil
}

func (c *Catalogue) read(folder fs.FS) error {
	files, err := fs.Glob(folder, "*.toml")
	if err != nil {
		return err
	}
	for _, name := range files {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		base := strings.TrimSuffix(name, ".toml")
		tag, err := language.Parse(base)
		if err != nil {
			return fmt.Errorf("%s is not named for a language: %w", name, err)
		}
		file, err := c.bundle.ParseMessageFileBytes(text, base+".toml")
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if c.keys[tag] == nil {
			c.keys[tag] = map[string]*i18n.Message{}
		}
		for _, m := range file.Messages {
			c.keys[tag][m.ID] = m
		}
	}
	return nil
}

// Languages are the languages the site speaks, English first, as they are
// written in a page's lang.
func (c *Catalogue) Languages() []string {
	names := make([]string, len(c.tags))
	for i, tag := range c.tags {
		names[i] = tag.String()
	}
	return names
}

// Match returns the words of the language that suits best: the first of prefers
// that the site speaks. Each is a language or a whole Accept-Language header.
func (c *Catalogue) Match(prefers ...string) *Words {
	for _, prefer := range prefers {
		wanted, _, err := language.ParseAcceptLanguage(prefer)
		if err != nil || len(wanted) == 0 {
			continue
		}
		if _, i, sure := c.matcher.Match(wanted...); sure >= language.Low {
			return c.spoken[c.tags[i]]
		}
	}
	return c.spoken[c.tags[0]]
}

// Missing lists the keys that English has and lang lacks, and those that lang has
// and English lacks.
func (c *Catalogue) Missing(lang string) (lacks, extra []string, err error) {
	tag, err := language.Parse(lang)
	if err != nil || c.keys[tag] == nil {
		return nil, nil, errors.New("no such language: " + lang)
	}
	english := c.keys[language.English]
	for key := range english {
		if c.keys[tag][key] == nil {
			lacks = append(lacks, key)
		}
	}
	for key := range c.keys[tag] {
		if english[key] == nil {
			extra = append(extra, key)
		}
	}
	slices.Sort(lacks)
	slices.Sort(extra)
	return lacks, extra, nil
}

// Has reports whether English has a message called key.
func (c *Catalogue) Has(key string) bool { return c.keys[language.English][key] != nil }

// Keys lists every key of English, in order.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.keys[language.English]))
	for key := range c.keys[language.English] {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
