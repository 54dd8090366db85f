package account

import "github.com/kindword/kindword/pkg/events"

// Subscribe has accounts hear what they told themselves for later.
func (a *Accounts) Subscribe(q *events.Queue) {
	events.On(q, "account.letter", a.send)
	events.On(q, "account.leaving", a.end)
	events.On(q, "account.name-leaving", a.endThreadName)
}
