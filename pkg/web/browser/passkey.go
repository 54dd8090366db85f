package browser

import (
	"github.com/chromedp/cdproto/webauthn"
)

// GivePasskeys gives the window an authenticator of its own, which says yes
// whenever it is asked, as a phone's fingerprint reader would.
func (p *Page) GivePasskeys() {
	p.t.Helper()
	p.do("switch on passkeys", call(webauthn.Enable, webauthn.EnableParams{}))
	p.do("give an authenticator", call(webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{
		Options: &webauthn.VirtualAuthenticatorOptions{
			Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
			HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
		}}))
}
