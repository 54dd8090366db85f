// Package web is the site as a browser meets it: routes, forms and pages. It
// decides nothing; it asks the domain packages and shows what they say.
package web

import (
	"html/template"
	"net/http"
	"net/netip"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/words"
)

// Server answers requests.
type Server struct {
	Site     *site.Site
	Words    *words.Catalogue
	Accounts *account.Accounts
	Forum    *forum.Forum
	Screen   *screen.Screen
	Rota     *duty.Rota
	Notices  *notice.Box
	Desk     *moderation.Desk
	Now      func() time.Time
	Secure   bool           // whether browsers reach the site over TLS
	Demo     Demo           // nil on every real site
	Proxies  []netip.Prefix // the networks of our own proxies: see network.go
	Keys     *seal.Keys     // seals what a form carries; without it, for as long as the process lives

	pages    cache[guestPage]     // a guest's whole page, under the version of all it shows
	parts    cache[template.HTML] // a post, under its own version and what stands with it
	speaking cache[bool]          // the pages on which somebody quotes or names others
	awake    awakeCount
	boards   boardList
	said     saying
	pace     pace // who posted how much of late
	streams  streams
}

// How much is remembered, at most twice over: a guest's page takes some 10 KB and
// a post some 2 KB.
const (
	mostPages = 1000
	mostParts = 5000
)

// Handler returns the whole site.
func (s *Server) Handler() http.Handler {
	s.pages.most, s.parts.most, s.speaking.most = mostPages, mostParts, mostParts
	if s.Keys == nil {
		s.Keys = passingKeys()
	}
	return asGet(s.routes())
}

// routes is every address there is, grouped by what is promised about it.
func (s *Server) routes() *gin.Engine {
	r, do := gin.New(), s.do
	// A proxy's word for who asks is not believed: nothing here asks who that is.
	if err := r.SetTrustedProxies(nil); err != nil {
		panic(err) // only for addresses that are none
	}
	r.RedirectTrailingSlash, r.RedirectFixedPath, r.HandleMethodNotAllowed = false, false, true
	r.Use(s.note, s.headers, s.rescue, do(s.glance), do(s.meet), do(s.hear), do(sameOrigin))
	r.NoRoute(do(notHere))
	r.NoMethod(do(func(*gin.Context) error { return errMethod }))

	// What every page sends along. Kept by browsers for ever.
	r.GET("/static/:file", do(s.static))

	// Everybody may read these, and they change nothing.
	r.GET("/", do(s.home))
	r.GET("/b/:board", do(s.readBoard))
	r.GET("/t/:thread", do(s.readThread))
	r.GET("/t/:thread/from/:post", do(s.readThread))
	r.GET("/t/:thread/print", do(s.printThread))
	r.GET("/p/:post", do(s.permalink))
	r.GET("/awake", do(s.readAwake))
	r.GET("/waiting", do(s.readWaiting))
	r.GET("/where-to-post", do(s.whereToPost))
	r.GET("/how", do(s.plain(howView, "how")))
	r.GET("/kind", do(s.plain(kindView, "kind")))
	r.GET("/privacy", do(s.plain(privacyView, "privacy")))
	r.GET("/accessibility", do(s.plain(accessibilityView, "accessibility")))
	r.GET("/contact", do(s.plain(contactView, "contact")))
	r.GET("/decisions", do(s.decisions))
	r.GET("/help-now", do(s.helpNow))

	// For members. They move nothing but the reader's own place.
	r.GET("/t/:thread/new", do(members), do(s.firstNew))
	r.GET("/u/:name", do(members), do(s.readName))
	r.GET("/u/:name/unsee", do(members), do(s.unseeForm))
	r.POST("/u/:name/unsee", do(members), do(s.unsee))

	// How somebody likes to read, and leaving in a hurry: with or without an account.
	r.GET("/reading", do(s.readingSettings))
	r.POST("/reading", do(s.saveReading))
	r.GET("/leave", do(s.away))
	r.POST("/leave", do(s.leaveSite))

	// Accounts: coming, coming back and going.
	r.GET("/join", do(s.joinForm))
	r.POST("/join", do(s.join))
	r.POST("/join/words", do(s.saveWords))
	r.GET("/welcome/:token", do(s.operatorLink))
	r.POST("/welcome/:token", do(s.takeOperatorLink))
	r.GET("/sign-in", do(s.signInForm))
	r.POST("/sign-in", do(s.signIn))
	r.POST("/sign-in/code", do(s.signInSecond))
	r.POST("/sign-in/passkey", do(s.signInByPasskey))
	r.POST("/sign-in/passkey/ask", do(s.askPasskey))
	r.GET("/sign-out", do(s.signOutForm))
	r.POST("/sign-out", do(s.signOut))
	r.GET("/recover", do(s.recoverForm))
	r.POST("/recover", do(s.recover))
	r.POST("/recover/back", do(s.comeBack))
	r.POST("/recover/letter", do(s.askForLetter))
	r.GET("/recover/link/:token", do(s.openLetter))
	r.POST("/recover/link/:token", do(s.comeBackByLetter))
	r.GET("/email/:token", do(s.emailLink))
	r.POST("/email/:token", do(s.takeEmailLink))
	r.GET("/agreements", do(s.readAgreements))
	r.GET("/invited/:invitation", do(s.invited))
	r.POST("/invited/:invitation", do(s.join))

	for _, way := range waysBack {
		r.GET(way.from, do(leadTo(way.to)))
	}

	// A member's own pages. Nobody else has any.
	own := r.Group("/you", do(ownPages))
	own.GET("", do(s.you))
	own.POST("/prove", do(s.prove))
	own.POST("/prove/ask", do(s.askProofByPasskey))
	own.GET("/unseen", do(s.readUnseen))
	own.POST("/unseen", do(s.seeAgain))
	own.GET("/account", do(s.readAccount))
	own.POST("/account/about", do(s.saveAbout))
	own.POST("/account/language", do(s.saveLanguage))
	own.POST("/sessions/:session", do(s.changeSession))
	own.POST("/recovery/kept", do(s.keptWords))
	own.POST("/stay", do(s.stay))
	own.GET("/muted", do(s.readMuted))
	own.POST("/muted", do(s.changeMuted))
	own.GET("/messages", do(s.readMessages))
	own.POST("/messages/seen", do(s.seeMessages))
	own.GET("/messages/write", do(s.sayForm("ask")))
	own.POST("/messages/write", do(s.ask("ask")))
	own.GET("/messages/:message", do(s.readMessage))
	own.GET("/messages/:message/write", do(s.sayForm("write")))
	own.POST("/messages/:message/write", do(s.ask("write")))
	own.POST("/messages/:message/again", do(s.postAgain))
	own.GET("/messages/:message/look-again", do(s.sayForm("look")))
	own.POST("/messages/:message/look-again", do(s.lookAgain))
	own.GET("/talks/:talk", do(s.readTalk))
	own.POST("/talks/:talk", do(s.say))
	r.POST("/agreements", do(members), do(s.acceptAgreements))

	// What opens an account, or shows all of it, is only for whoever has just shown
	// who they are.
	own.GET("/account/name", do(s.proved(s.readRename)))
	own.POST("/account/name", do(s.proved(s.rename)))
	own.GET("/account/passphrase", do(s.proved(s.readPassphrase)))
	own.POST("/account/passphrase", do(s.proved(s.savePassphrase)))
	own.GET("/account/passkeys", do(s.proved(s.readPasskeys)))
	own.POST("/account/passkeys", do(s.proved(s.addPasskey)))
	own.POST("/account/passkeys/ask", do(s.proved(s.askNewPasskey)))
	own.POST("/account/passkeys/key/:passkey", do(s.proved(s.changePasskey)))
	own.GET("/account/app", do(s.proved(s.readApp)))
	own.POST("/account/app", do(s.proved(s.saveApp)))
	own.GET("/account/email", do(s.proved(s.readEmail)))
	own.POST("/account/email", do(s.proved(s.saveEmail)))
	own.GET("/recovery", do(s.proved(s.readRecovery)))
	own.POST("/recovery", do(s.proved(s.saveRecovery)))
	own.GET("/words", do(s.proved(s.readCopy)))
	own.POST("/words", do(s.proved(s.saveCopy)))
	own.GET("/leave", do(s.proved(s.readLeave)))
	own.POST("/leave", do(s.proved(s.leaveForGood)))

	// Writing. Whoever has no account yet, or was signed out, writes first and joins
	// or signs in after: see askToJoin.
	r.GET("/write", do(s.chooseBoard))
	r.GET("/b/:board/write", do(s.writeForm(forum.DraftThread)))
	r.POST("/b/:board/write", do(s.write(forum.DraftThread)))
	r.GET("/p/:post/reply", do(s.writeForm(forum.DraftReply)))
	r.POST("/p/:post/reply", do(s.write(forum.DraftReply)))
	r.GET("/p/:post/edit", do(s.writeForm(forum.DraftEdit)))
	r.POST("/p/:post/edit", do(s.write(forum.DraftEdit)))
	r.GET("/write/check", do(func(c *gin.Context) error { return goTo(c, "/drafts") })) // where a page that was looked at is loaded again
	r.POST("/write/check", do(s.check))
	r.GET("/drafts", do(s.drafts))
	r.POST("/drafts/save", do(s.saveDraft))
	r.POST("/drafts/forget", do(s.forgetWords))
	r.GET("/p/:post/kind-word", do(s.kindWordForm))
	r.POST("/p/:post/kind-word", do(s.sendKindWord))
	r.POST("/t/:thread/mine", do(s.asker))

	// Calling a moderator. Whoever has no account yet says what it is about first.
	r.GET("/p/:post/flag", do(s.flagForm(moderation.OnPost)))
	r.POST("/p/:post/flag", do(s.flag(moderation.OnPost)))
	r.GET("/t/:thread/flag", do(s.flagForm(moderation.OnThread)))
	r.POST("/t/:thread/flag", do(s.flag(moderation.OnThread)))
	r.GET("/u/:name/flag", do(s.flagForm(moderation.OnName)))
	r.POST("/u/:name/flag", do(s.flag(moderation.OnName)))

	// What members do with their own words. The domain says whose those are.
	r.GET("/drafts/:draft", do(members), do(s.openDraft))
	r.GET("/drafts/:draft/compare", do(members), do(s.compareDrafts))
	r.POST("/drafts/:draft/throw", do(members), do(s.throwDraft))
	r.POST("/drafts/:draft/take-out", do(members), do(s.takeOutDraft))
	r.GET("/p/:post/remove", do(members), do(s.takeBackForm))
	r.POST("/p/:post/remove", do(members), do(s.takeBack))
	r.POST("/p/:post/put-back", do(members), do(s.putBack))
	r.POST("/p/:post/card", do(members), do(s.closeCard))
	r.GET("/held/:held", do(members), do(s.readHeld))
	r.POST("/held/:held", do(members), do(s.changeHeld))
	r.GET("/p/:post/history", do(members), do(s.readHistory))
	r.POST("/p/:post/history", do(members), do(s.eraseHistory))
	r.GET("/t/:thread/mine", do(members), do(s.askerForm))

	// A moderator's tools. Whose board it is, the domain says.
	r.GET("/t/:thread/tools", do(moderators), do(s.threadTools))
	r.POST("/t/:thread/tools", do(moderators), do(s.useThreadTool))
	r.GET("/t/:thread/merge", do(moderators), do(s.mergeThreadForm))
	r.POST("/t/:thread/merge", do(moderators), do(s.mergeThread))
	r.GET("/p/:post/tools", do(moderators), do(s.postTools))
	r.POST("/p/:post/tools", do(moderators), do(s.usePostTool))

	// The moderators' desk. To all others there is no such page.
	desk := r.Group("/desk", do(moderators))
	desk.GET("/log", do(s.readLog))
	desk.GET("/shift", do(s.readShift))
	desk.POST("/shift", do(s.changeShift))
	desk.GET("", do(s.readDesk))
	desk.GET("/live", do(s.deskLive))
	desk.GET("/queue/:queue", do(s.readQueue))
	desk.GET("/queue/unread", do(s.readUnread))
	desk.POST("/queue/unread", do(s.markRead))
	desk.GET("/cases/:case", do(s.readCase))
	desk.GET("/cases/:case/everything", do(s.previewCase))
	desk.POST("/cases/:case/claim", do(s.claimCase))
	desk.POST("/cases/:case/release", do(s.releaseCase))
	desk.POST("/cases/:case/hand-over", do(s.handOverCase))
	desk.POST("/cases/:case/second", do(s.secondCase))
	desk.POST("/cases/:case/note", do(s.noteCase))
	desk.POST("/cases/:case/decide", do(s.decideCase))
	desk.POST("/cases/:case/unmask", do(s.askUnmask))
	desk.POST("/decisions/:decision/name", do(s.readUnmasked))
	desk.POST("/decisions/:decision/undo", do(s.undoDecision))
	desk.POST("/decisions/:decision/second", do(s.secondDecision))
	desk.POST("/decisions/:decision/destroy", do(s.destroyNow))

	// Welcomers see this much of the desk.
	r.GET("/desk/queue/unanswered", do(welcomers), do(s.readUnanswered))
	r.POST("/desk/unanswered/:thread/take", do(welcomers), do(s.takeToAnswer))
	r.POST("/desk/unanswered/:thread/let-go", do(welcomers), do(s.letGo))
	desk.GET("/numbers", do(s.readNumbers))
	desk.GET("/numbers.csv", do(s.numbersFile))
	desk.GET("/handbook", do(s.readHandbook))
	desk.GET("/practice/:case", do(s.readPractice))
	desk.GET("/talks", do(s.deskTalks))
	desk.GET("/talk/:talk", do(atDesk(s.readTalk)))
	desk.POST("/talk/:talk", do(atDesk(s.say)))

	// Running the site. To all but its operators there is no such page.
	run := r.Group("/run", do(operators))
	run.GET("", do(s.run))
	run.POST("/open", do(s.openUp))
	run.GET("/site", do(s.siteForm))
	run.POST("/site", do(s.saveSite))
	run.GET("/helplines", do(s.runHelplines))
	run.POST("/helplines", do(s.changeHelplines))
	run.GET("/helplines/new", do(s.helplineForm))
	run.POST("/helplines/new", do(s.saveHelpline))
	run.GET("/helpline/:helpline", do(s.helplineForm))
	run.POST("/helpline/:helpline", do(s.saveHelpline))
	run.GET("/boards", do(s.runBoards))
	run.POST("/boards", do(s.orderBoards))
	run.GET("/boards/new", do(s.boardForm))
	run.POST("/boards/new", do(s.addBoard))
	run.GET("/board/:board", do(s.boardForm))
	run.POST("/board/:board", do(s.changeBoard))
	run.GET("/board/:board/merge", do(s.mergeBoardForm))
	run.POST("/board/:board/merge", do(s.mergeBoard))
	run.GET("/labels", do(s.runLabels))
	run.POST("/labels", do(s.changeLabels))
	run.GET("/agreements", do(s.agreementsForm))
	run.POST("/agreements", do(s.saveAgreements))
	run.GET("/people", do(s.runPeople))
	run.POST("/people", do(s.findPerson))
	run.GET("/reasons", do(s.runReasons))
	run.GET("/reasons/new", do(s.reasonForm))
	run.POST("/reasons/new", do(s.saveReason))
	run.GET("/reason/:reason", do(s.reasonForm))
	run.POST("/reason/:reason", do(s.saveReason))
	run.GET("/filters", do(s.runFilters))
	run.GET("/filters/new", do(s.filterForm))
	run.POST("/filters/new", do(s.saveFilter))
	run.GET("/filter/:filter", do(s.filterForm))
	run.POST("/filter/:filter", do(s.saveFilter))
	run.GET("/person/:name", do(s.personForm))
	run.POST("/person/:name", do(s.savePerson))

	// For when too many come at once: moderators may shut the doors for a while too.
	r.GET("/desk/storm", do(keepers), do(s.storm))
	r.POST("/desk/storm", do(keepers), do(s.pressStorm))
	r.GET("/desk/invitations", do(moderators), do(s.invitations))
	r.POST("/desk/invitations", do(moderators), do(s.changeInvitations))

	// In the demonstration alone; elsewhere there is no such address.
	r.POST("/demo/sign-in", do(s.signInToDemo))
	return r
}

// crossing refuses forms from other sites: by Sec-Fetch-Site, or else by Origin.
var crossing = http.NewCrossOriginProtection()

func sameOrigin(c *gin.Context) error {
	if crossing.Check(c.Request) != nil {
		return errOrigin
	}
	return nil
}
