package screen

import (
	"slices"

	"github.com/kindword/kindword/pkg/fault"
)

// found are the filters that stand in a draft.
type found []match

func (f found) does(what Does) bool {
	return slices.ContainsFunc(f, func(m match) bool { return m.filter.Does == what })
}

// refusal explains why the draft cannot be posted as it is, in the operator's words.
func (f found) refusal() error {
	var all []error
	for _, m := range f {
		if m.filter.Does == DoesRefuse {
			field := "words"
			if m.title {
				field = "title"
			}
			all = append(all, fault.Field(field, "fault.filter_refused", "Why", m.filter.Words))
		}
	}
	return fault.Fields(all...)
}

func (f found) suggestions() (all []Suggestion) {
	for _, m := range f {
		if m.filter.Does != DoesSuggest {
			continue
		}
		s := Suggestion{Words: m.filter.Words, Filter: m.filter.PID}
		if !m.title {
			s.From, s.To = m.from, m.to
		}
		all = append(all, s)
	}
	return all
}

func (f found) flags() (pids []string) {
	for _, m := range f {
		if m.filter.Does == DoesFlag && !slices.Contains(pids, m.filter.PID) {
			pids = append(pids, m.filter.PID)
		}
	}
	return pids
}
