package web

import (
	"net/url"
	"slices"
	"strings"

	"github.com/kindword/kindword/pkg/fault"
)

// An input is one field of an operator's or a moderator's form, in words.
type input struct {
	Name, ID    string // its id is its name, on the form that is shown again
	Kind        string // line, number, day, area, select, one, some or tick
	Title, Hint string
	Value, Why  string
	Theirs      string // what somebody else set there meanwhile, in words
	Options     []readingOption
	Patch       bool // the options are drawn as patches, which their hints name
}

// A tool is one thing to do, with a form of its own or on a page of its own.
type tool struct {
	Do           string // what the form says that it does
	Title, Words string
	Lines        []string
	Inputs       []input
	Button       string
	Path         string // of a page of its own
}

// runFormPage is a page with one form, and a few more things to do under it.
type runFormPage struct {
	frame
	Heading, Lead string
	Action        string
	Was           string // what the form was made from
	Form          tool
	More          []tool
}

var runFormView = newRunPage[runFormPage]("run_form.html")

// newRunPage is newPage with the parts that operators' and moderators' forms share.
func newRunPage[T any](name string) view[T] {
	return read[T](name, "base.html", "parts.html", "run_parts.html", name)
}

// Told is the ids of what is said about the field, for those who hear the page.
func (i input) Told() string {
	var ids []string
	if i.Hint != "" {
		ids = append(ids, i.ID+"-hint")
	}
	if i.Why != "" {
		ids = append(ids, i.ID+"-why")
	}
	if i.Theirs != "" {
		ids = append(ids, i.ID+"-theirs")
	}
	return strings.Join(ids, " ")
}

// Mended returns an input with what is to be mended in it.
func (f frame) Mended(i input) input {
	if i.ID == i.Name {
		i.Why = f.Why(i.Name)
	}
	return i
}

// input is a field of the form whose words begin with key, as it was filled in.
func (f frame) input(key, name, kind string, form url.Values) input {
	key += "." + name
	return input{Name: name, ID: name, Kind: kind, Title: f.T(key), Hint: f.hint(key + ".hint"), Value: form.Get(name)}
}

// choice is a field that takes one of values, each in the words of its own key.
func (f frame) choice(key, name string, form url.Values, values ...string) input {
	i := f.input(key, name, "one", form)
	for _, v := range values {
		option := key + "." + name + "." + v
		i.Options = append(i.Options, readingOption{Value: v, Title: f.T(option), Hint: f.hint(option + ".hint"), Chosen: v == i.Value})
	}
	return i
}

// tick is a field that says yes or no.
func (f frame) tick(key, name string, form url.Values) input {
	return f.input(key, name, "tick", form)
}

// tool is something to do in the words that begin with key. On a page of several
// forms, was is what the one that is shown again does.
func (f frame) tool(key, do, was string, inputs ...input) tool {
	for i := range inputs {
		if do != was {
			inputs[i].ID = do + "-" + inputs[i].Name
		}
	}
	key += "." + do
	return tool{Do: do, Title: f.T(key), Words: f.hint(key + ".how"), Button: f.T(key + ".do"), Inputs: inputs}
}

// moved returns keys with one of them a place earlier, or later.
func moved(keys []string, key string, earlier bool) []string {
	keys = slices.Clone(keys)
	at := slices.Index(keys, key)
	to := at + 1
	if earlier {
		to = at - 1
	}
	if at >= 0 && to >= 0 && to < len(keys) {
		keys[at], keys[to] = keys[to], keys[at]
	}
	return keys
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// besides puts beside each field what somebody else set there meanwhile, where why
// says that they did and it is not what was typed.
func (f frame) besides(inputs []input, theirs url.Values, why error) {
	if fault.Of(why).Key != "fault.set_meanwhile" {
		return
	}
	for i := range inputs {
		if in := &inputs[i]; theirs.Get(in.Name) != in.Value {
			in.Theirs = f.T("run.theirs", "Value", in.said(f, theirs.Get(in.Name)))
		}
	}
}

// said is a value of the field in words.
func (i input) said(f frame, value string) string {
	for _, o := range i.Options {
		if o.Value == value {
			return o.Title
		}
	}
	switch {
	case i.Kind == "tick" && value != "":
		return f.T("run.theirs.yes")
	case i.Kind == "tick":
		return f.T("run.theirs.no")
	case value == "":
		return f.T("run.theirs.nothing")
	}
	return value
}
