package forum

import (
	"bytes"
	"database/sql"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// The size of the town that is attacked: 50 accounts with four one-thread names each.
const (
	crowd = 50
	masks = 4
)

// tooMany is how many right guesses of 200, where chance alone gives 4, would show
// that an attack works: chance reaches it once in a million runs.
const tooMany = 17

// Somebody has the database file and no key, and joins it on everything there is:
// ids, order, what the rows hold in any spelling, and times to the minute. They do
// no better than chance; and they win as soon as the seal is off.
func TestOneThreadNamesLeadNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kindword.db")
	truth := attackedTown(t, file)
	for name, attack := range attacks {
		if right := score(t, file, truth, attack); right >= tooMany {
			t.Errorf("%s: %d of %d one-thread names were led back to their accounts", name, right, len(truth))
		} else {
			t.Logf("%s: %d of %d, by chance %d", name, right, len(truth), len(truth)/crowd)
		}
	}
	unseal(t, file, truth)
	best := 0
	for _, attack := range attacks {
		best = max(best, score(t, file, truth, attack))
	}
	if best < len(truth)*9/10 {
		t.Errorf("with the seal off the attacker found only %d of %d: they do not try hard enough to prove anything", best, len(truth))
	}
}

// attackedTown lets a town live for some weeks: everybody writes under all their
// names, at moments that have nothing to do with one another, reads, keeps drafts,
// sends kind words and signs in.
func attackedTown(t *testing.T, file string) map[account.NameID]account.ID {
	ctx := t.Context()
	d, err := db.Open(ctx, "sqlite:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	v := villageOn(t, d)
	luck := rand.New(rand.NewPCG(7, 7))
	people := make([]account.Account, crowd)
	for i := range people {
		v.tx(func(tx *db.Tx) (err error) {
			people[i], err = v.accounts.Settle(ctx, tx, account.Settler{Name: fmt.Sprintf("Quiet %s Person", word(luck)), Step: account.Regular})
			return err
		})
		must(v.accounts.OpenFor(ctx, people[i].ID, account.OwnDevice))(t)
	}
	board := v.board("open-board", Members)
	threads := make([]Thread, crowd*masks)
	for i := range threads {
		v.clock.pass(minutes(luck))
		threads[i] = must(v.Open(ctx, people[luck.IntN(crowd)], board, NewThread{Title: word(luck), Words: words(luck), Key: word(luck)}))(t)
	}
	truth := map[account.NameID]account.ID{}
	acts := v.acts(luck, people, threads, truth)
	luck.Shuffle(len(acts), func(i, j int) { acts[i], acts[j] = acts[j], acts[i] })
	for _, act := range acts {
		v.clock.pass(minutes(luck))
		act()
	}
	v.pauses(luck, truth)
	v.looksAway(luck, people, truth)
	if err := v.SaveMarks(ctx); err != nil {
		t.Fatal(err)
	}
	if err := v.accounts.Count(ctx, account.DayOf(v.clock.now())+1); err != nil {
		t.Fatal(err)
	}
	if len(truth) != crowd*masks {
		t.Fatalf("%d one-thread names, want %d", len(truth), crowd*masks)
	}
	return truth
}

// acts are what everybody does, each on its own, to be done in any order.
func (v *village) acts(luck *rand.Rand, people []account.Account, threads []Thread, truth map[account.NameID]account.ID) (acts []func()) {
	ctx, t := v.t.Context(), v.t
	places := luck.Perm(len(threads))
	for i, who := range people {
		for m := range masks {
			thread := threads[places[i*masks+m]]
			opening := must(findPostID(ctx, v.db, thread.Opening))(t)
			acts = append(acts, func() {
				fresh := fmt.Sprintf("Soft %s Hat", word(luck))
				if thread.OpenedBy.ID == who.Name.ID {
					fresh = "" // who has written in a thread keeps their name there: another takes the place below
				}
				p, err := v.Reply(ctx, who, opening.PID, NewReply{Words: words(luck), Key: word(luck), Name: fresh})
				if err != nil {
					t.Fatal(err)
				}
				if fresh == "" {
					p = v.openMasked(luck, who, thread.Board)
				}
				truth[p.By.ID] = who.ID
				must(v.Visit(ctx, who, thread, p.Seq))(t)
				must(v.SaveDraft(ctx, who, Draft{Kind: DraftReply, Post: opening.PID, Fields: Fields{Words: words(luck)}}))(t)
			})
		}
		for range 6 {
			acts = append(acts, func() {
				thread := threads[luck.IntN(len(threads))]
				opening := must(findPostID(ctx, v.db, thread.Opening))(t)
				must(v.Visit(ctx, who, thread, 1))(t)
				if name := must(v.accounts.NameIn(ctx, v.db, who, int64(thread.ID)))(t); !name.OneThread() {
					v.SendKindWord(ctx, who, opening.PID, Thanks) // refused on one's own
				}
			})
		}
		acts = append(acts, func() {
			must(v.SaveDraft(ctx, who, Draft{Kind: DraftThread, Board: "open-board", Fields: Fields{Title: word(luck), Words: words(luck)}}))(t)
			must(v.accounts.OpenFor(ctx, who.ID, account.SharedDevice))(t)
		})
	}
	return acts
}

// pauses has moderators decide on one name for one thread in ten, as the desk does:
// a decision that names it, and what binds whoever it belongs to.
func (v *village) pauses(luck *rand.Rand, truth map[account.NameID]account.ID) {
	ctx := v.t.Context()
	for name := range truth {
		if luck.IntN(10) > 0 {
			continue
		}
		v.clock.pass(minutes(luck))
		v.tx(func(tx *db.Tx) error {
			pid := word(luck) + word(luck)
			about, err := db.One(ctx, tx, db.Value[int64], `
				INSERT INTO flag_case (pid, queue, target_kind, target, about, harm, opened_at) VALUES ($1, 'flagged', 'name', $2, $2, 1, $3) RETURNING id`,
				pid, name, db.Time(v.clock.now()))
			if err != nil {
				return err
			}
			_, err = tx.Exec(ctx, `
				INSERT INTO decision (pid, flag_case, verdict, reason, about, decided_by, decided_at, state, undo_until)
				VALUES ($1, $2, 'pause', 'unkind', $3, $4, $5, 'stands', $5)`, pid, about, name, v.mo.Name.ID, db.Time(v.clock.now()))
			if err != nil {
				return err
			}
			return v.accounts.PauseIn(ctx, tx, name, v.clock.now().Add(72*time.Hour), pid)
		})
	}
}

// looksAway has everybody choose not to see some names of others, their own ones and
// those for one thread.
func (v *village) looksAway(luck *rand.Rand, people []account.Account, truth map[account.NameID]account.ID) {
	for name, owner := range truth {
		v.clock.pass(minutes(luck))
		who, other := people[luck.IntN(crowd)], people[luck.IntN(crowd)]
		for _, n := range []account.NameID{name, other.Name.ID} {
			if who.ID == owner || n == who.Name.ID {
				continue
			}
			if err := v.accounts.Unsee(v.t.Context(), who, n); err != nil {
				v.t.Fatal(err)
			}
		}
	}
}

// openMasked opens a thread under a name of its own.
func (v *village) openMasked(luck *rand.Rand, who account.Account, board BoardID) Post {
	thread := must(v.Open(v.t.Context(), who, board, NewThread{Title: word(luck), Words: words(luck), Key: word(luck), Name: fmt.Sprintf("Soft %s Hat", word(luck))}))(v.t)
	return must(findPostID(v.t.Context(), v.db, thread.Opening))(v.t)
}

// word makes up a word that nobody else uses.
func word(luck *rand.Rand) string {
	var b strings.Builder
	for range 4 {
		b.WriteByte("bcdfghklmnprst"[luck.IntN(14)])
		b.WriteByte("aeiou"[luck.IntN(5)])
	}
	return b.String()
}

func words(luck *rand.Rand) string {
	return strings.Join([]string{word(luck), word(luck), word(luck)}, " ")
}

func minutes(luck *rand.Rand) time.Duration { return time.Duration(1+luck.IntN(90)) * time.Minute }

// unseal makes of every sealed column what it would be without the seal.
func unseal(t *testing.T, file string, truth map[account.NameID]account.ID) {
	t.Helper()
	raw, err := sql.Open("sqlite3", file)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	for name, owner := range truth {
		if _, err := raw.Exec(`UPDATE name SET sealed = ? WHERE id = ?`, binary.BigEndian.AppendUint64(nil, uint64(owner)), int64(name)); err != nil {
			t.Fatal(err)
		}
	}
}

// looted is a row as it lies in the file: where, and every value in it.
type looted struct {
	table  string
	place  int64 // its number in the table, which tells an order where nothing else does
	values [][]byte
}

// loot is the file read from end to end.
type loot struct {
	rows     []looted
	accounts map[account.ID][]looted     // with the number of an account or of its own name in them
	names    map[account.NameID][]looted // with the number of a one-thread name in them
}

func score(t *testing.T, file string, truth map[account.NameID]account.ID, attack func(loot, account.NameID) account.ID) (right int) {
	t.Helper()
	l := plunder(t, file, truth)
	for name, owner := range truth {
		if attack(l, name) == owner {
			right++
		}
	}
	return right
}

// plunder reads every row of every table.
func plunder(t *testing.T, file string, truth map[account.NameID]account.ID) loot {
	t.Helper()
	raw, err := sql.Open("sqlite3", "file:"+file+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	l := loot{accounts: map[account.ID][]looted{}, names: map[account.NameID][]looted{}}
	for _, table := range column(t, raw, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`) {
		l.rows = append(l.rows, rowsOf(t, raw, table)...)
	}
	own := map[string]account.ID{}
	for _, pair := range column(t, raw, `SELECT a.id || ' ' || n.id FROM account a JOIN name n ON n.account = a.id`) {
		a, n, _ := strings.Cut(pair, " ")
		id, _ := strconv.ParseInt(a, 10, 64)
		own[a], own[n] = account.ID(id), account.ID(id)
	}
	for _, r := range l.rows {
		for _, value := range r.values {
			if id, ok := own[string(value)]; ok {
				l.accounts[id] = append(l.accounts[id], r)
			}
			if n, err := strconv.ParseInt(string(value), 10, 64); err == nil {
				if _, ok := truth[account.NameID(n)]; ok {
					l.names[account.NameID(n)] = append(l.names[account.NameID(n)], r)
				}
			}
		}
	}
	return l
}

func column(t *testing.T, raw *sql.DB, q string) (all []string) {
	t.Helper()
	rows, err := raw.Query(q)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

func rowsOf(t *testing.T, raw *sql.DB, table string) (all []looted) {
	t.Helper()
	rows, err := raw.Query(`SELECT rowid, * FROM ` + table)
	if err != nil { // a table without row numbers tells no order
		rows, err = raw.Query(`SELECT 0, * FROM ` + table)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	for rows.Next() {
		raws, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
		for i := range raws {
			into[i] = &raws[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		r := looted{table: table}
		r.place, _ = strconv.ParseInt(string(raws[0]), 10, 64)
		for _, value := range raws[1:] {
			r.values = append(r.values, bytes.Clone(value))
		}
		all = append(all, r)
	}
	return all
}

// attacks are what the attacker tries. Each guesses whose a name is.
var attacks = map[string]func(loot, account.NameID) account.ID{
	"ids":      byNearest(func(_ string, r looted, _ []byte) []float64 { return nil }, true),
	"order":    byNearest(func(table string, r looted, _ []byte) []float64 { return []float64{float64(r.place)} }, false),
	"times":    byNearest(func(_ string, _ looted, value []byte) []float64 { return moment(value) }, false),
	"contents": byContents,
	"shared":   byShared,
	"standing": byStanding,
}

// byStanding takes the account whose row of accounts is unlike the others': longer,
// shorter, or with something in it that most have not.
func byStanding(l loot, _ account.NameID) account.ID {
	shapes, of := map[string]int{}, map[account.ID]string{}
	for id, rows := range l.accounts {
		for _, r := range rows {
			if r.table != "account" {
				continue
			}
			shape := ""
			for _, v := range r.values {
				shape += fmt.Sprint(len(v) > 100, len(v) == 0, len(v)/100, ",")
			}
			of[id] = shape
			shapes[shape]++
		}
	}
	best, fewest := account.ID(0), math.MaxInt
	for id, shape := range of {
		if n := shapes[shape]; n < fewest || n == fewest && rand.IntN(4) == 0 {
			best, fewest = id, n
		}
	}
	return best
}

// moment returns a value that is a time, to the minute.
func moment(value []byte) []float64 {
	n, err := strconv.ParseInt(string(value), 10, 64)
	if err != nil || n < 1.7e12 || n > 2e12 {
		return nil
	}
	return []float64{math.Floor(float64(n) / 60_000)}
}

// byNearest guesses the account whose numbers of some sort come closest to the
// name's, table by table, on the whole. With ids it takes the ids themselves.
func byNearest(numbers func(string, looted, []byte) []float64, ids bool) func(loot, account.NameID) account.ID {
	gather := func(rows []looted) map[string][]float64 {
		found := map[string][]float64{}
		for _, r := range rows {
			for _, value := range r.values {
				found[r.table] = append(found[r.table], numbers(r.table, r, value)...)
			}
		}
		return found
	}
	return func(l loot, name account.NameID) account.ID {
		best, nearest := account.ID(0), math.Inf(1)
		of := gather(l.names[name])
		for id, rows := range l.accounts {
			distance, seen := 0.0, false
			if ids {
				distance, seen = math.Abs(float64(id)-float64(name)), true
			} else {
				for table, theirs := range gather(rows) {
					for _, n := range of[table] {
						d := math.Inf(1)
						for _, m := range theirs {
							d = min(d, math.Abs(n-m))
						}
						distance, seen = distance+d, true
					}
				}
			}
			if seen && distance < nearest {
				best, nearest = id, distance
			}
		}
		return best
	}
}

// byContents looks in every row about the name for the number of an account, or of
// its own name, in any spelling.
func byContents(l loot, name account.NameID) account.ID {
	for id := range l.accounts {
		for _, spelled := range spellings(int64(id)) {
			for _, r := range l.names[name] {
				if slices.ContainsFunc(r.values, func(v []byte) bool { return bytes.Contains(v, spelled) }) {
					return id
				}
			}
		}
	}
	return 0
}

func spellings(n int64) [][]byte {
	big := binary.BigEndian.AppendUint64(nil, uint64(n))
	little := binary.LittleEndian.AppendUint64(nil, uint64(n))
	all := [][]byte{[]byte(strconv.FormatInt(n, 10)), big, little, binary.AppendVarint(nil, n), binary.AppendUvarint(nil, uint64(n))}
	for _, raw := range [][]byte{big, little} {
		all = append(all, []byte(hex.EncodeToString(raw)), []byte(base64.StdEncoding.EncodeToString(raw)[:10]), []byte(base32.StdEncoding.EncodeToString(raw)[:12]))
	}
	return all
}

// byShared looks for a value that stands in rows about the name and in rows about
// one account alone, one step further too.
func byShared(l loot, name account.NameID) account.ID {
	common := map[string]int{}
	for _, r := range l.rows {
		for _, v := range r.values {
			common[string(v)]++
		}
	}
	rare := func(v []byte) bool { return len(v) >= 4 && common[string(v)] <= 6 }
	near := map[string]bool{}
	for _, r := range l.names[name] {
		for _, v := range r.values {
			if rare(v) && string(v) != strconv.FormatInt(int64(name), 10) {
				near[string(v)] = true
			}
		}
	}
	best, most := account.ID(0), 0
	for id, rows := range l.accounts {
		shared := 0
		for _, r := range rows {
			for _, v := range r.values {
				if near[string(v)] {
					shared++
				}
			}
		}
		if shared > most {
			best, most = id, shared
		}
	}
	return best
}
