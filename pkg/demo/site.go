package demo

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/site"
)

// helplines are real and British, in case somebody who looks at the demonstration
// needs one. An operator sets and checks their own.
var helplines = []site.Helpline{
	{Kind: site.HelpNow, Title: "Samaritans", About: "Someone to talk to, about anything. Free.", Phone: "116 123", Hours: "Any time", Position: 1},
	{Kind: site.HelpNow, Title: "Shout", About: "For when talking is too much. Text SHOUT. Free.", Message: "85258", Hours: "Any time", Position: 2},
	{Kind: site.HelpCancer, Title: "Macmillan Support Line", About: "For anyone with cancer and those who love them. Free.", Phone: "0808 808 00 00", Hours: "Every day, 8am to 8pm", Opens: "mon-sun 08:00-20:00", Position: 3},
	{Kind: site.HelpGrief, Title: "Cruse Bereavement Support", About: "After someone dies, however long ago. Free.", Phone: "0808 808 1677", Hours: "Monday to Friday, 9.30am to 5pm", Opens: "mon-fri 09:30-17:00", Position: 4},
	{Kind: site.HelpCarers, Title: "Carers UK", About: "For people who look after someone. Free.", Phone: "0808 808 7777", Hours: "Monday to Friday, 9am to 6pm", Opens: "mon-fri 09:00-18:00", Position: 5},
}

// set gives the demonstration what an operator sets on a real site.
func (m *Demo) set(ctx context.Context) error {
	return m.db.Tx(ctx, func(tx *db.Tx) error {
		next := m.site.Now().Settings
		next.RunBy, next.Contact, next.OnDuty, next.Emergency = m.say("demo.run_by"), m.say("demo.contact"), m.say("demo.on_duty"), "999"
		next.Closed = false // it has all that a site needs, and nobody real writes on it
		if err := m.site.Put(ctx, tx, next); err != nil {
			return err
		}
		for _, h := range helplines {
			if err := m.site.PutHelpline(ctx, tx, h); err != nil {
				return err
			}
		}
		return nil
	})
}
