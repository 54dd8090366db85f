package screen

// What spam says and people who look for company seldom do, in English and Spanish: a
// phrase between commas. They were written before any text was measured. Nothing about
// cures is among them: what helps or harms is for moderators to read, not for a list.

const comePhrases = `
subscribe*, check out my, check out this, check out our, check my, check me out, check it out, please check, visit my, visit our, visit us, follow me, follow us, add me on
click here, click below, click on the link, click the link, click this link, sign up, join my, join our, watch my, see my channel, my channel, my youtube, my video*, my website, my web site, my blog
like my, like our, thumbs up, vote for me, share this, go to my, unsubscribe*, to be removed, remove me, mailing list removal, opt out, reply with remove
suscri*, visita mi, visita nuestr*, haz clic, pincha aqui, mi canal, mi pagina, sigueme, siguenos, darse de baja`

const sellingPhrases = `
buy now, order now, order today, order online, special offer, limited time, limited offer, free shipping, free trial, free sample*, free quote*, no obligation, money back, money-back, satisfaction guaranteed
lowest price*, best price*, low price*, discount*, wholesale, half price, act now, call now, while supplies last, credit card*, no prescription, viagra, cialis, lose weight, weight loss, anti aging
on sale, for sale, save up to, risk free, risk-free, toll free, toll-free, promo code*, coupon*, gift card*, giveaway*, shop now, our products, our store
compra ahora, oferta especial, envio gratis, sin compromiso, descuento*, precio* mas bajo*, codigo promocional, adelgaza*, tarjeta de credito, gratis`

const moneyPhrases = `
make money, earn money, extra income, extra cash, work from home, work at home, home based business, financial freedom, get paid, get rich, per week, million dollars, million usd, us dollars, cash bonus
mortgage*, refinance*, low interest, loan*, debt free, consolidate*, investment opportunit*, investor*, stock alert, bitcoin*, crypto*, forex, casino*, gambling, lottery, you have won, winner*, prize*
donate to my, donate to our, paypal me, cash app, gofundme, crowdfund*, wire transfer, bank account, next of kin, beneficiar*, western union
gana dinero, ganar dinero, ingresos extra, trabaja desde casa, libertad financiera, prestamo*, hipoteca*, criptomoneda*, loteria, has ganado, transferencia bancaria`
