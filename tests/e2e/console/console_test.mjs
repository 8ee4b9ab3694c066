// SPDX-License-Identifier: GPL-3.0-or-later
// The console's page in a real browser, against a real hub and scripted kiosks:
// node console_test.mjs PROGRAM [FOLDER FOR PICTURES]. Exit 77: something it needs is not installed.

import assert from "node:assert/strict";
import {Page, findChromium, open} from "./browser.mjs";
import {Hub, Kiosk, Relay, password, sleep, until} from "./hub.mjs";

const [program, out] = process.argv.slice(2);
const need = async name => {
  try { return await import(name); } catch {
    console.log(`console: skipped, npm's ${name} is not installed (npm ci in tests/e2e/console)`);
    process.exit(77);
  }
};
const {chromium} = await need("playwright-core");
const {default: pako} = await need("pako");
const {default: superjson} = await need("superjson");
if (!findChromium()) {
  console.log("console: skipped, Chromium is not installed");
  process.exit(77);
}

const hub = await Hub.make(program);
const kiosks = [];
const pages = [];
const relays = [];
let browser;
let failed = 0;

async function test(name, work) {
  const start = Date.now();
  try {
    await work();
    console.log(`ok      ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error.stack}`);
    for (const [at, {page}] of pages.entries()) if (out) await page.screenshot({path: `${out}/failed-${at}.png`}).catch(() => {});
  }
}

async function visit(options = {}, host = "127.0.0.1", port = hub.port) {
  const page = await Page.open(browser, `http://${host}:${port}/`, options);
  pages.push(page);
  return page;
}

const call = (kiosk, id, more = {}) => kiosk.post("calls", {id, procedure: "complementaire-sante-solidaire", step: "foyer", language: "ar", reason: "not-understood", ...more});
const marks = [
  {id: "title", role: "heading", name: "Quel est votre nom de naissance ?", x: 0.05, y: 0.12, width: 0.6, height: 0.1},
  {id: "nom", role: "text-box", name: "Nom de naissance", x: 0.05, y: 0.3, width: 0.6, height: 0.12},
  {id: "call", role: "button", name: "Appeler quelqu’un", x: 0.72, y: 0.03, width: 0.25, height: 0.1},
  {id: "next", role: "button", name: "Continuer", x: 0.05, y: 0.8, width: 0.3, height: 0.12},
  {id: "back", role: "button", name: "Retour", x: 0.4, y: 0.8, width: 0.2, height: 0.12}];

let nadia;
let omar;
let phone; // over plain HTTP
let here; // who claimed the call
let other;

try {
  hub.addUser("nadia", "Nadia", "librarian");
  hub.addUser("omar", "Omar", "mediator");
  for (const number of [1, 2, 3, 4]) kiosks.push(new Kiosk(hub, hub.addKiosk(number)));
  await hub.start();
  browser = await open(chromium);
  const [one, two, three] = kiosks;
  two.listen();

  await test("a mediator signs in, and a wrong password is said", async () => {
    nadia = await visit();
    await nadia.signIn("nadia", "wrong-password");
    await nadia.see("L’identifiant ou le mot de passe n’est pas bon.");
    await nadia.inspectBoth("door", out);
    await nadia.signIn("nadia", password);
    await nadia.see("Personne n’appelle.");
    omar = await visit();
    await omar.signIn("omar", password);
    await omar.see("Personne n’appelle.");
    await omar.see("Nadia : Présent");
  });

  await test("the kiosks of the room are shown as they are", async () => {
    await one.beat({in_use: true, exercise: true, step: 3, steps: 5, same_screen_s: 5});
    await two.beat({in_use: true, procedure: "complementaire-sante-solidaire", step: 2, steps: 6, same_screen_s: 20});
    await three.beat({in_use: true, procedure: "aide-logement", step: 1, steps: 4, same_screen_s: 190});
    await nadia.see("Étape 3 sur 5 · avance bien");
    await nadia.see("Même écran depuis 3\u00a0min · proposer un coup de main ?");
    await nadia.page.locator("#kiosks .card.lost", {hasText: "Borne 4 · ne répond plus"}).waitFor();
    await nadia.see("Médiathèque · salle 1");
  });

  await test("a call reaches every page and is then, and only then, received", async () => {
    assert.equal((await call(two, "v-1")).body.call.state, "stored");
    for (const page of [nadia, omar]) await page.see("Borne 2 appelle");
    await two.event("call", event => event.state === "received");
    await nadia.see("Complémentaire santé solidaire");
    await nadia.inspectBoth("call", out);
    await call(three, "v-2", {urgent: true, reason: "unwell", language: "fr"});
    await nadia.see("URGENT");
    const order = await nadia.page.locator("#calls h3").allTextContents();
    assert.deepEqual(order, ["Borne 3 appelle", "Borne 2 appelle"]);
    await nadia.inspectBoth("urgent", out);
    await three.post("calls/v-2/end", {outcome: "cancelled"});
    await nadia.see("URGENT", {gone: true, within: "#calls"});
  });

  await test("of two pages that go at once, one does", async () => {
    const instant = Date.now() + 1000;
    await Promise.all([nadia, omar].map(page => page.pressAt("[data-act=claim]", instant)));
    await until("somebody goes", async () => (await nadia.page.getByText("Vous y allez.").count()) + (await omar.page.getByText("Vous y allez.").count()) === 1);
    const first = (await nadia.page.getByText("Vous y allez.").count()) === 1;
    [here, other] = first ? [nadia, omar] : [omar, nadia];
    await other.see(`Pris par ${first ? "Nadia" : "Omar"}.`);
    assert.equal((await two.event("call", event => event.state === "claimed")).mediator, first ? "Nadia" : "Omar");
    await here.press("2 minutes");
    await two.event("call", event => event.reply === "two-minutes");
  });

  await test("a call passes to a colleague, who must take it", async () => {
    await here.press("Passer à un collègue");
    await here.inspect("colleagues", 360, out);
    await here.page.setViewportSize({width: 1280, height: 900});
    await here.page.locator("#colleague-list button").first().click();
    await other.see("Un collègue vous passe cet appel.");
    await two.event("call", event => event.state === "received");
    [here, other] = [other, here];
    await here.press("J’y vais");
    await here.see("Vous y allez.");
    const code = await here.page.locator(".code strong").textContent();
    assert.match(code, /^[0-9]{4}$/);
    await here.inspectBoth("mine", out);
  });

  await test("pointing waits for the person, shows labels only, and ends", async () => {
    await here.press("Montrer du doigt");
    const asked = await two.event("point", event => event.what === "asked");
    await here.see("La personne doit d’abord accepter");
    assert.equal((await two.post(`points/${asked.id}/layout`, {marks})).status, 403);
    assert.equal(await here.page.getByText("Nom de naissance").count(), 0);
    await here.inspectBoth("point-asked", out);
    await two.post(`points/${asked.id}/answer`, {accepted: true});
    await here.see("La personne accepte.");
    assert.equal((await two.post(`points/${asked.id}/layout`, {marks})).status, 200);
    await here.page.locator("#pointing-list button").nth(4).waitFor();
    await here.inspectBoth("point-allowed", out);
    await here.page.locator("#pointing-picture .mark", {hasText: "Nom de naissance"}).first().click();
    assert.equal((await two.event("point", event => event.what === "at")).mark, "nom");
    await here.see("Montré : Nom de naissance");
    await two.post(`points/${asked.id}/stop`);
    await here.see("C’est terminé : rien n’est plus montré.");
    assert.equal(await here.page.locator("#pointing-list button").count(), 0);
    await here.press("Fermer");

    await here.press("Montrer du doigt");
    const again = await two.event("point", event => event.what === "asked" && event.id !== asked.id);
    await two.post(`points/${again.id}/answer`, {accepted: false});
    await here.see("La personne ne le souhaite pas.");
    await here.page.keyboard.press("Escape");
    await here.press("Montrer du doigt");
    await here.see("La personne vient de refuser.");
    await here.press("Fermer");
  });

  await test("a page that lost its hub says so, and comes back by itself with everything", async () => {
    await hub.stop("SIGKILL");
    await here.see("Vous ne recevez plus les appels.");
    await here.inspectBoth("blind", out);
    await hub.start();
    await here.see("Vous ne recevez plus les appels.", {gone: true});
    await here.see("Vous y allez.");
    await other.see("Pris par");
  });

  await test("the card after helping leads to La Coop, and stays until it is done", async () => {
    const code = await here.page.locator(".code strong").textContent();
    assert.equal((await two.post("calls/v-1/here", {code})).status, 200);
    await here.see("Vous êtes à la borne.");
    await two.post("calls/v-1/end", {outcome: "helped"});
    await here.see("Vous avez aidé quelqu’un · Borne 2");
    await here.see("Guichet n’envoie rien à la Coop ; c’est vous qui enregistrez.");
    assert.equal(await here.page.locator(".after [name=theme]").inputValue(), "social_sante");
    assert.equal(await here.page.locator(".after [name=minutes]").inputValue(), "15");
    await here.page.locator(".after [name=autonomy]").selectOption("partiellement_autonome");
    const link = await until("a link with what was chosen", async () => {
      const href = await here.page.locator(".after a.main").getAttribute("href");
      const values = href && superjson.parse(pako.inflate(Buffer.from(new URL(href).searchParams.get("v"), "base64url"), {to: "string"}));
      return values?.autonomie ? {href, values} : null;
    });
    const {date, ...values} = link.values;
    assert.match(date, /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/);
    assert.deepEqual(values, {
      duree: {duree: "15"}, typeLieu: "LieuActivite", materiel: ["Autre"], autonomie: "PartiellementAutonome",
      thematiques: ["AideAuxDemarchesAdministratives", "SocialSante"], precisionsDemarche: "Complémentaire santé solidaire"});
    assert.ok(link.href.startsWith("https://coop-numerique.anct.gouv.fr/coop/mes-activites/cra/individuel?v="));
    await here.press("QR");
    await here.page.getByRole("img", {name: "Code QR qui ouvre le CRA prérempli"}).waitFor();
    await here.inspectBoth("after", out);
    await here.press("Copier");
    await here.page.reload();
    await here.see("Vous avez aidé quelqu’un · Borne 2"); // still there
    await here.press("C’est fait");
    await here.see("Vous avez aidé quelqu’un · Borne 2", {gone: true});
    await here.page.reload();
    await here.see("Personne n’appelle.");
    assert.equal(await here.page.locator(".after").count(), 0);
  });

  await test("what people say reaches those who run the site, and only them", async () => {
    assert.equal((await two.post("activity", {theme: "logement", minutes: 12, outcome: "finished", how: "in-my-place", mood: "bad"})).status, 204);
    for (const page of [nadia, omar]) await page.page.reload();
    await nadia.see("Une personne dit qu’on a fait à sa place.");
    await nadia.inspectBoth("alarm", out);
    await omar.see("Personne n’appelle.");
    assert.equal(await omar.page.locator("#feedback").isVisible(), false);
  });

  await test("everything is reached with the keyboard alone", async () => {
    await call(two, "v-3");
    await omar.see("Borne 2 appelle");
    const walk = async name => {
      for (let i = 0; i < 60; i++) {
        const at = await omar.page.evaluate(() => {
          const element = document.activeElement;
          const style = getComputedStyle(element.type === "radio" ? element.closest("label") : element);
          const nowhere = element === document.body; // before the first and after the last
          return {name: nowhere ? "" : element.getAttribute("aria-label") ?? element.textContent.trim(), seen: nowhere || style.outlineStyle !== "none"};
        });
        assert.ok(at.seen, `the focus on ${at.name} cannot be seen`);
        if (at.name === name) return;
        await omar.page.keyboard.press("Tab");
      }
      throw new Error(`no way to ${name}`);
    };
    // The hub tells of the claim first, and answers it late: what is pressed between is not lost.
    await omar.page.route("**/claim?*", async route => {
      const response = await route.fetch();
      await sleep(1500);
      await route.fulfill({response});
    });
    await omar.page.evaluate(() => document.activeElement?.blur());
    await walk("J’y vais");
    await omar.page.keyboard.press("Enter");
    await omar.see("Vous y allez.");
    await walk("J’arrive");
    await omar.page.keyboard.press("Enter");
    await two.event("call", event => event.id === "v-3" && event.reply === "coming");
    await walk("Passer à un collègue");
    await omar.page.keyboard.press("Enter");
    await omar.see("À qui passer l’appel ?");
    await omar.page.keyboard.press("Escape");
    await walk("Rendre l’appel");
    await omar.page.keyboard.press("Enter");
    await omar.page.getByRole("button", {name: "J’y vais"}).waitFor();
    await two.post("calls/v-3/end", {outcome: "cancelled"});
  });

  await test("somebody unwell after the claim is heard by everybody, and so is what becomes of a call", async () => {
    for (const page of [nadia, omar]) await page.attend();
    await call(two, "v-4", {reason: "none"});
    await omar.press("J’y vais");
    await nadia.hears("Borne 2 : Pris par Omar.");
    await two.post("calls/v-4/reason", {reason: "unwell"});
    for (const page of [nadia, omar]) await page.ringsUrgently();
    for (const page of [nadia, omar]) await page.hears("Borne 2 appelle · URGENT");
    await omar.see("Vous y allez.");
    await omar.press("Passer à un collègue");
    await omar.press("Nadia · Présent", "#colleague-list");
    await nadia.hears("Borne 2 : Un collègue vous passe cet appel.");
    await omar.hears("Borne 2 : Vous n’avez plus cet appel.");
    await two.post("calls/v-4/end", {outcome: "cancelled"});
    await omar.see("Personne n’appelle.");
  });

  await test("what has the focus keeps it, whatever else is drawn", async () => {
    await call(two, "v-5");
    await omar.see("Borne 2 appelle");
    const holds = await omar.watchFocus("[data-call=v-5][data-act=claim]");
    await call(three, "v-6", {urgent: true});
    await omar.see("Borne 3 appelle");
    assert.ok(await holds());
    const holdsToo = await omar.watchFocus("[data-test=borne-2]");
    await one.beat({in_use: false});
    await omar.page.locator("#kiosks .card", {hasText: "Borne 1 · libre"}).waitFor();
    assert.ok(await holdsToo());
    for (const id of ["v-5", "v-6"]) await omar.page.locator(`[data-call=${id}][data-act=claim]`).click();
    await omar.page.locator("[data-call=v-6][data-act=release]").waitFor();
    for (const [kiosk, id] of [[two, "v-5"], [three, "v-6"]]) assert.equal((await kiosk.post(`calls/${id}/here`)).status, 200);
    await until("both are helped", async () => await omar.page.getByText("Vous êtes à la borne.").count() === 2);
    await two.post("calls/v-5/end", {outcome: "helped"});
    await omar.see("Vous avez aidé quelqu’un · Borne 2");
    await omar.press("QR", ".after");
    const theme = await omar.watchFocus(".after [name=theme]");
    await three.post("calls/v-6/end", {outcome: "helped"});
    await omar.see("Vous avez aidé quelqu’un · Borne 3");
    assert.equal(await omar.page.locator(".after .qr").count(), 1);
    assert.ok(await theme());
  });

  await test("cards of an earlier shift are forgotten, whoever’s they were", async () => {
    await omar.page.evaluate(() => {
      const cards = JSON.parse(localStorage.getItem("guichet-after-omar"));
      const old = cards.map(card => ({...card, made: card.made - 13 * 3600 * 1000}));
      localStorage.setItem("guichet-after-omar", JSON.stringify([old[0], cards[1]]));
      localStorage.setItem("guichet-after-zoe", JSON.stringify(old));
    });
    await omar.page.reload();
    await omar.see("Vous avez aidé quelqu’un");
    assert.equal(await omar.page.locator(".after").count(), 1);
    assert.equal(await omar.page.evaluate(() => localStorage.getItem("guichet-after-zoe")), null);
    await omar.press("Ignorer");
  });

  await test("a hub without its store signs nobody out, and the end of a session is said before and after", async () => {
    const page = await visit();
    await page.signIn("nadia", password);
    await page.see("Personne n’appelle.");
    const refuse = status => route => route.fulfill({status, json: {error: "-"}});
    await page.page.route("**/session", refuse(503));
    await page.page.reload();
    await page.see("Le serveur ne répond pas.");
    await page.page.unroute("**/session");
    await page.see("Personne n’appelle.");
    await page.attend();
    await page.page.route("**/presence?*", async route => {
      const response = await route.fetch();
      await route.fulfill({response, json: {...await response.json(), ends_s: 590}});
    });
    await page.page.getByText("Occupé", {exact: true}).click();
    await page.see("Votre session finit dans moins de 10 minutes.");
    await page.inspect("ends", 360, out);
    await page.page.unroute("**/presence?*");
    await page.page.route("**/presence?*", refuse(401));
    await page.page.getByText("Présent", {exact: true}).first().click();
    await page.see("Votre session est finie.");
    assert.deepEqual(await page.page.evaluate(() => globalThis.rung), [3]);
    await page.page.unroute("**/presence?*");
    await page.signIn("nadia", password);
    await page.see("Personne n’appelle.");
    await page.page.context().close();
  });

  await test("who declared to be absent still is when the hub began anew", async () => {
    const page = await visit();
    // Its regular beats never come: what is declared is declared by coming back.
    await page.page.addInitScript(() => {
      const later = globalThis.setTimeout;
      globalThis.setTimeout = (work, wait, ...rest) => (wait === 15000 ? 0 : later(work, wait, ...rest));
    });
    await page.page.reload();
    await page.signIn("omar", password);
    await page.see("Personne n’appelle.");
    const declares = () => page.page.waitForResponse(answer => answer.ok() && answer.request().postData() === '{"declared":"absent","noticed":true}');
    const declared = declares();
    await page.page.getByText("Absent", {exact: true}).first().click();
    await declared;
    const again = declares();
    await hub.stop("SIGKILL");
    await hub.start();
    await again;
    await page.page.context().close();
  });

  await test("a page whose events stop without a word notices, and hears what it missed", async () => {
    const relay = await Relay.open(hub);
    relays.push(relay);
    const page = await visit({}, "127.0.0.1", relay.port);
    await page.signIn("omar", password);
    await page.see("Personne n’appelle.");
    relay.silenceStreams();
    await call(two, "v-9");
    await page.page.getByText("Borne 2 appelle").first().waitFor({timeout: 60000});
    await page.see("Vous ne recevez plus les appels.", {gone: true});
    await two.post("calls/v-9/end", {outcome: "cancelled"});
    await page.page.context().close();
  });

  await test("the page speaks English, and says what a phone over plain HTTP cannot do", async () => {
    await nadia.press("English");
    await nadia.see("Nobody is calling.");
    assert.equal(await nadia.page.evaluate(() => document.documentElement.lang), "en");
    await nadia.inspectBoth("english", out);
    phone = await visit({width: 360, height: 740, phone: true}, "guichet.test");
    await phone.signIn("omar", password);
    await phone.see("Cette page ne peut pas vous réveiller.");
    await phone.see("Les bornes ne comptent pas sur cette page.");
    await phone.inspect("phone", 360, out);
  });

  await test("who sees what is said with the hub’s own numbers, also before signing in", async () => {
    const page = await visit();
    await page.press("Qui voit quoi ?");
    await page.see("Ensuite restent la borne, l’heure et la fin, pendant 24 heures.");
    await page.see("Le journal garde vos connexions et quand vous montrez du doigt : 90 jours.");
    await page.see("Votre session finit au plus tard 15 minutes après la fermeture de la page.");
    await page.see("La connexion n’est pas chiffrée.");
    await page.inspectBoth("privacy", out);
    await page.press("Fermer");
    await page.press("English");
    await page.press("Who sees what?");
    await page.see("It never lasts more than 12 hours.");
    await page.inspect("privacy-english", 360, out);
    await page.press("Close");
    await page.signIn("omar", password);
    await page.see("Nobody is calling.");
    await page.inspectBoth("privacy-button", out);
    await page.press("Omar · Leave");
    await page.page.context().close();
  });

  await test("what a shift writes of the place is shown to the next one, until it is erased", async () => {
    const page = await visit();
    await page.signIn("omar", password);
    await page.press("Écrire une note pour la relève");
    await page.see("N’écrivez rien sur une personne. Jamais un nom.");
    await page.page.getByLabel("L’imprimante est en panne.").check();
    await page.page.getByLabel("Autre chose sur le lieu").fill("Le réparateur vient mardi. ".repeat(10));
    assert.equal((await page.page.locator("#note-text").inputValue()).length, 140);
    await page.page.getByLabel("Autre chose sur le lieu").fill("Le réparateur vient mardi.");
    await page.inspectBoth("note-writing", out);
    await page.press("Garder la note");
    await page.see("Le réparateur vient mardi.", {within: "#note"});
    await page.press("Omar · Quitter");
    await page.signIn("nadia", password);
    await page.see("L’imprimante est en panne.", {within: "#note"});
    await page.page.locator("#note").getByText("Omar ·").waitFor();
    await page.inspectBoth("note", out);
    await page.press("Changer la note");
    assert.ok(await page.page.getByLabel("L’imprimante est en panne.").isChecked());
    await page.press("Retour", "#note-dialog");
    await page.press("Effacer la note");
    await page.page.locator("#note").waitFor({state: "hidden"});
    await page.page.reload();
    await page.page.locator("#note-open").waitFor();
    await page.page.context().close();
  });

  await test("a call is received where it would be noticed, and kiosks count on no other page", async () => {
    const told = two.heard.length;
    const staff = wanted => until(`kiosks are told ${wanted}`, () => two.heard.slice(told).findLast(event => event.data.staff)?.data.staff === wanted);
    const state = async id => (await two.post("calls", {id})).body.call.state;
    await nadia.press("Nadia · Leave");
    await omar.press("Omar · Quitter");
    for (const {page} of [nadia, omar]) await page.locator("#account").waitFor();
    await hub.stop("SIGKILL"); // pages that were closed count a while
    await hub.start();
    await staff("nobody"); // a phone over plain HTTP is left
    await call(two, "v-10");
    await phone.see("Borne 2 appelle");
    const page = await visit();
    await page.page.addInitScript(() => {
      Object.assign(globalThis, {quiet: true, covered: true});
      Object.defineProperty(AudioContext.prototype, "state", {get: () => globalThis.quiet ? "suspended" : "running"});
      Object.defineProperty(document, "hidden", {get: () => globalThis.covered});
    });
    const cover = covered => page.page.evaluate(is => { globalThis.covered = is; document.dispatchEvent(new Event("visibilitychange")); }, covered);
    await page.page.reload();
    await page.signIn("nadia", password);
    await page.see("Borne 2 appelle");
    await page.see("Quand cette page est cachée, elle ne peut pas vous appeler.");
    await page.see("Les bornes ne comptent pas sur cette page.");
    await page.page.waitForFunction(() => document.title.startsWith("Revenez sur cette page"));
    await page.see("Omar : Présent (page ouverte, mais sans alerte)");
    assert.equal(await state("v-10"), "stored");
    await page.inspectBoth("unnoticed", out);
    await cover(false); // a card on a screen is seen, also without sound
    await two.event("call", event => event.id === "v-10" && event.state === "received");
    await staff("present");
    await cover(true);
    await staff("nobody");
    await page.page.evaluate(() => { globalThis.quiet = false; });
    await staff("present");
    await page.page.getByText("Absent", {exact: true}).first().click();
    await page.see("Vous êtes absent : les bornes ne comptent pas sur vous.");
    await staff("nobody");
    await call(two, "v-11");
    await page.page.locator("[data-call=v-11]").first().waitFor();
    assert.equal(await state("v-11"), "stored");
    await page.page.getByText("Occupé", {exact: true}).first().click();
    await two.event("call", event => event.id === "v-11" && event.state === "received");
    await staff("busy");
    for (const id of ["v-10", "v-11"]) await two.post(`calls/${id}/end`, {outcome: "cancelled"});
  });

  await test("no page did anything it should not", async () => {
    await sleep(100);
    for (const {faults} of pages) assert.deepEqual(faults, []);
  });
} catch (error) {
  failed += 1;
  console.log(`FAILED  before the tests: ${error.stack}\n${hub.log ?? ""}`);
} finally {
  for (const kiosk of kiosks) kiosk.stop();
  for (const relay of relays) relay.close();
  await browser?.close();
  await hub.remove();
}
process.exit(failed ? 1 : 0);
