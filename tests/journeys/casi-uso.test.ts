/** The three use cases of the mission on the real machine, as the demonstration runs them, and the permissions that they took. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIniziativaEnte } from "../../local/demo/iniziativa-ente.ts";
import { runIniziativaPsp } from "../../local/demo/iniziativa-psp.ts";
import { runRiconciliazione } from "../../local/demo/riconciliazione.ts";
import { synthesizeFiorino } from "../../local/runner/fiorino.ts";
import { runAccessi } from "./accessi.ts";
import { runAllegati } from "./allegati.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { type Ruolo, readRuoli, scopoOf } from "./permessi.ts";
import { runSportelloPsp } from "./sportello-psp.ts";
import { runTracciati } from "./tracciati.ts";

let fiorino: FiorinoDiProva;
let ruoli: readonly Ruolo[];
beforeAll(async () => {
  fiorino = await openFiorino(true);
  ruoli = await readRuoli(await synthesizeFiorino());
}, AVVIO_MS);
afterAll(() => fiorino.close(), AVVIO_MS);

describe("the demonstration on the real machine", { timeout: VIAGGIO_MS }, () => {
  it("takes a debt from its notice to the cash journal (PSP's initiative)", () => runIniziativaPsp(fiorino.macchina, "VIAGGIO-1"));

  it("pays two debts of two creditors in one cart (creditor's initiative)", () => runIniziativaEnte(fiorino.macchina, "VIAGGIO-2"));

  it("lets people in by the identity provider and applications by their token, and nobody by a false one", () =>
    runAccessi(fiorino.macchina));

  it("keeps the attachments of a debt, small and large", () => runAllegati(fiorino.macchina, "VIAGGIO-ALLEGATI"));

  it("loads debts by a bulk file, prints their notices and gives back what it refused", () => runTracciati(fiorino.macchina, "VIAGGIO-TR"));

  it("accounts for a day of payments in which everything that can go wrong goes wrong once", () =>
    runRiconciliazione(fiorino.macchina, "VIAGGIO-3", 30));

  // After the accounts of the day, where its payment would be one too many.
  it("shows the options of a document and makes the notice of a service, at a PSP", () => runSportelloPsp(fiorino.macchina, "VIAGGIO-PSP"));
});

const usati = ({ funzioni }: Ruolo): string[] => funzioni.flatMap((funzione) => [...fiorino.machine.recorder.permissionsOf(funzione)]);

/** Granted to roles at work and not taken in these journeys: each is here because another test takes it. */
const NON_ESERCITATI: readonly string[] = [
  "consumer ricevute: legge documenti", // receipts above the queue's limit
  "consumer ricevute: scrive documenti", // originals too large for an item
  "consumer abbonamenti: legge segreti connettori", // a signature of the Italian interoperability model (firma-webhook.test.ts)
  "consumer comunicazioni: legge segreti connettori", // the password of a mail server, or App IO's key, kept as a secret: those of the sandbox are none
  "consumer notifiche: legge documenti", // messages too large for an item, for a connector; files towards accounting (elaborate-tracciato.test.ts)
  "consumer riconciliazioni: legge anagrafiche", // beneficiaries of debts of several creditors: none in these journeys
  "consumer flussi: legge documenti", // a flow uploaded as XML (originali-flussi.test.ts of the API)
  "consumer flussi: scrive documenti", // a flow of FdR-1, kept as it came (scenario legacy)
  "consumer riscontri: scrive eventi", // a movement of the treasurer becomes a reconciliation (scenario mese)
  "consumer outbox: manda cambi", // an account of the creditor is replaced (cambio-iban.test.ts)
  "consumer outbox: manda tesoreria", // a treasury file is loaded (tesoreria.test.ts of the API, scenario mese)
  "consumer outbox: manda esportazioni", // a list is asked for as a file: none in these journeys
  "consumer outbox: manda importazioni", // a document of the registry is imported (scenario installazione)
  "consumer outbox: manda gpd", // a debt that an archive of pagoPA follows (scenario gpd)
  "consumer outbox: manda rpt", // a PSP of the legacy family activates a payment (scenario legacy)
  "api-pagopa: scrive documenti", // receipts above the queue's limit
  "api-pagopa: scrive archivio", // the creditor's system tells of a notice that nobody loaded, to who asks for its options
  "api-pagopa: legge segreti connettori", // a notice that nobody loaded, asked to the creditor's system: verify, get and demand
  "api-pagopa: legge segreti connettori", // the same, in the functions of the payment options
  "api-backoffice: legge archivio", // how far a subscription is: that of the sandbox is made once, and new (abbonamenti.test.ts of the API)
  "api-backoffice: scrive archivio", // rights and credentials of the seed: only where they want two persons is there a request (quattro-occhi.test.ts)
  "api-pendenze: legge segreti connettori", // a debt whose validity has passed, asked again before its notice is printed
  "api-pendenze: legge documenti", // the same debt: its notice was printed before
  "api-pendenze: scrive archivio", // the same debt, as the creditor's system says it is today
  "api-pendenze: scrive documenti", // addAllegato signs an address: the upload is the caller's, in its name
  "api-pagamento: legge documenti", // a debt born with the payment from a form with files (addPendenzaDaForm.test.ts of the API)
  "api-pagamento: scrive documenti", // the same
];

/** Taken when something does not answer or fails: here nothing should, yet on a busy machine something may. */
const SOLO_NEI_GUASTI: readonly string[] = [
  "consumer abbonamenti: scrive eventi", // a subscription that pauses by itself (deliver-annunci.test.ts)
  "consumer comunicazioni: rimanda comunicazioni", // a channel that does not answer
  "consumer notifiche: rimanda notifiche", // the creditor's system does not answer
  "consumer sigilli: manda sigilli-scarti", // what could not be sealed
  "consumer contatori: manda contatori-scarti", // what the function could not count
  "consumer outbox: manda outbox-scarti", // what the function could not handle
  "consumer tracciati: rimanda tracciati", // two messages for one batch at the same time
];

/** Of jobs that have work only on some days, or that the clock of the machine reaches only at some hours of the day in which the tests run. */
const SECONDO_IL_GIORNO: readonly string[] = [
  "schedules: legge archivio", // the debts of an account that pagoPA does not know
  "schedules: legge segreti connettori", // a receipt to ask for
  "schedules: manda ricevute", // a receipt found
  "schedules: legge anagrafiche", // the creditor of a treasury file left in the folder
  "schedules: legge documenti", // the folder of the treasurers, every five minutes
  "schedules: toglie documenti", // a treasury file left in the folder
  "schedules: scrive documenti", // a receipt found, above the queue's limit
  "schedules: scrive eventi", // something found or asked
];

/** Reads are journaled where the policy of the installation says so, and when an operator reads a citizen's data: elsewhere the right waits. */
const SECONDO_LA_POLICY = /^api-[a-z]+: scrive eventi$/;

describe("the permissions of the deployed functions", () => {
  it("cover everything that they did", () => {
    const mancanti = ruoli.flatMap((ruolo) =>
      usati(ruolo)
        .filter((permesso) => !ruolo.concessi.has(permesso))
        .map((p) => `${ruolo.nome}: ${p}`),
    );
    expect(mancanti).toEqual([]);
    expect(fiorino.machine.recorder.functions().length).toBeGreaterThan(25);
  });

  it("grant nothing in vain to the roles at work, beyond what only failures and large messages use", () => {
    const inutili = ruoli
      .map((ruolo) => ({ ...ruolo, scopi: new Set(usati(ruolo).map(scopoOf)) }))
      .filter(({ scopi }) => scopi.size > 0)
      .flatMap(({ etichetta, concessi, scopi }) =>
        [...new Set([...concessi].map(scopoOf))].filter((scopo) => !scopi.has(scopo)).map((scopo) => `${etichetta}: ${scopo}`),
      );
    const aVolte = [...SOLO_NEI_GUASTI, ...SECONDO_IL_GIORNO];
    expect(inutili.filter((scopo) => !aVolte.includes(scopo) && !SECONDO_LA_POLICY.test(scopo)).sort()).toEqual([...NON_ESERCITATI].sort());
  });
});
