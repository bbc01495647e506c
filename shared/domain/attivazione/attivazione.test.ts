import { describe, expect, it } from "vitest";
import type { Applicazione } from "../anagrafiche/applicazione.ts";
import type { Creditore, Intermediario, Stazione } from "../anagrafiche/creditore.ts";
import type { Controllo } from "../controlli/controllo.ts";
import { describeAttivazione } from "./attivazione.ts";
import type { DatiAttivazione } from "./verifica.ts";

const ENTE = "01234567897";
const IBAN = "IT60X0542811101000000123456";
const STAZIONE = "80008000801_01";
const OGGI = "2026-11-26";

const dominio: Creditore["dominio"] = {
  ...{ versione: 1, idDominio: ENTE, ragioneSociale: "Comune", intermediato: true, stazione: STAZIONE, auxDigit: 3, segregationCode: "01" },
  ...{ scaricaFr: true, abilitato: true, frammenti: 1 },
};
const creditore: Creditore = {
  dominio,
  unita: [],
  conti: [{ versione: 1, idDominio: ENTE, iban: IBAN, postale: false, abilitato: true }],
  entrate: [{ versione: 1, idDominio: ENTE, idEntrata: "TARI", ibanAccredito: IBAN, abilitato: true }],
  tipiPendenza: [{ versione: 1, idDominio: ENTE, idTipoPendenza: "TARI" }],
};
const intermediario: Intermediario = {
  ...{ versione: 1, idIntermediario: "80008000801", denominazione: "Consorzio", principalPagoPa: "nodo", abilitato: true },
  servizioPagoPa: { url: "https://nodo.example", urlRPT: "https://nodo.example" },
  servizioPagoPaCheckout: { url: "https://checkout.example", subscriptionKey: "segreto:checkout" },
  servizioPagoPaFR: { url: "https://fdr.example", subscriptionKey: "segreto:fdr" },
  servizioPagoPaBackofficeEC: { url: "https://backoffice.example", subscriptionKey: "segreto:ec" },
};
const applicazione: Applicazione = {
  ...{ versione: 1, idA2A: "GEST", principal: "gest", passwordHash: "scrypt", domini: [{ idDominio: ENTE }], tipiPendenza: "*", acl: [] },
  ...{ ruoli: [], abilitato: true, autodeterminazione: false, apiPagamenti: true, apiPendenze: true, apiRagioneria: true },
  servizioIntegrazione: { url: "https://gest.example", versioneApi: "REST v2" },
};
const controllo = (oggetto: Controllo["oggetto"], riferimento: string, rilievi: Controllo["rilievi"] = []): Controllo => ({
  ...{ versione: 1, idDominio: ENTE, oggetto, riferimento, data: `${OGGI}T06:00:00.000Z`, rilievi, suPagoPa: rilievi.length === 0 },
});
const stazione: Stazione = {
  ...{ versione: 1, idIntermediario: "80008000801", idStazione: STAZIONE, versioneStazione: "V2", abilitato: true },
};
const pronto: DatiAttivazione = {
  creditore,
  intermediario,
  stazione,
  controlli: [controllo("CONTO", IBAN), controllo("STAZIONE", STAZIONE)],
  scadenze: {
    eseguitoAlle: `${OGGI}T05:00:00.000Z`,
    scadenze: [
      { tipo: "CERTIFICATO_NODO", oggetto: "CN=nodo", usatoDa: ["intermediario 80008000801"], scade: "2027-11-26" },
      {
        ...{ tipo: "CERTIFICATO_SERVIZIO", oggetto: "fdr.example:443", scade: "2027-11-26" },
        usatoDa: ["intermediario 80008000801, servizioPagoPaFR"],
      },
      { tipo: "SEGRETO", oggetto: "fdr", usatoDa: ["intermediario 80008000801, servizioPagoPaFR"] },
      { tipo: "CERTIFICATO_SERVIZIO", oggetto: "gest.example:443", usatoDa: ["applicazione GEST"], scade: "2027-11-26" },
    ],
  },
  tipiComuni: [{ versione: 1, idTipoPendenza: "TARI", descrizione: "TARI", pagaTerzi: true, abilitato: true }],
  applicazioni: [applicazione],
};

/** The checks that are not as they should be. */
const difetti = (dati: DatiAttivazione) =>
  describeAttivazione(dati, OGGI).verifiche.flatMap(({ codice, stato }) =>
    stato === "FATTO" || stato === "NON_SERVE" ? [] : `${codice} ${stato}`,
  );

const { stazione: _stazione, ...senzaStazione } = pronto;
const { scadenze: _scadenze, ...senzaScadenze } = pronto;
const { auxDigit: _aux, ...senzaAux } = dominio;
const { segregationCode: _codice, ...senzaCodice } = dominio;
const { servizioPagoPaFR: _fr, ...senzaFr } = intermediario;
const { passwordHash: _hash, ...senzaCredenziali } = applicazione;
const con = (campi: Partial<DatiAttivazione>): DatiAttivazione => ({ ...pronto, ...campi });
const conCreditore = (campi: Partial<Creditore>): DatiAttivazione => con({ creditore: { ...creditore, ...campi } });
const ALLARME = [{ codice: "CONTO_SCONOSCIUTO", gravita: "ALLARME", descrizione: "mai approvato" }] as const;

describe("the activation of a creditor", () => {
  it("of which nothing is missing is ready, and says so check by check", () => {
    const attivazione = describeAttivazione(pronto, OGGI);
    expect([attivazione.pronto, difetti(pronto)]).toEqual([true, []]);
    expect(attivazione.verifiche.map(({ codice }) => codice)).toEqual([
      ...["DOMINIO", "STAZIONE", "INTERMEDIARIO", "CONNETTORE_CHECKOUT", "CONNETTORE_FR", "CONNETTORE_ACA", "CONNETTORE_GPD"],
      ...["CONNETTORE_BACKOFFICEEC", "CERTIFICATO_NODO", "CERTIFICATI_SERVIZI", "SEGRETI", "NUMERAZIONE", "ASSOCIAZIONE_PAGOPA"],
      ...["CONTO", "ENTRATA", "TIPO_PENDENZA", "APPLICAZIONE", "RICHIAMO"],
    ]);
    expect(attivazione.verifiche.every(({ descrizione, dove }) => descrizione !== "" && dove.startsWith("/"))).toBe(true);
  });

  it.each<readonly [string, DatiAttivazione, readonly string[]]>([
    ["disabled", conCreditore({ dominio: { ...dominio, abilitato: false } }), ["DOMINIO MANCA"]],
    ["with a station that is not registered", senzaStazione, ["STAZIONE MANCA"]],
    ["with a station that is disabled", con({ stazione: { ...stazione, abilitato: false } }), ["STAZIONE MANCA"]],
    ["whose intermediary is disabled", con({ intermediario: { ...intermediario, abilitato: false } }), ["INTERMEDIARIO MANCA"]],
    ["that wants flows nobody can ask for", con({ intermediario: senzaFr }), ["CONNETTORE_FR MANCA"]],
    [
      "whose connector has no key",
      con({ intermediario: { ...intermediario, servizioPagoPaFR: { url: "https://fdr.example" } } }),
      ["CONNETTORE_FR MANCA"],
    ],
    ["that uses the stand-in archive", conCreditore({ dominio: { ...dominio, modalitaPagoPA: "SINCRONA_ACA" } }), ["CONNETTORE_ACA MANCA"]],
    ["without the first digit", conCreditore({ dominio: senzaAux }), ["NUMERAZIONE MANCA"]],
    ["without the segregation code", conCreditore({ dominio: senzaCodice }), ["NUMERAZIONE MANCA"]],
    ["that pagoPA was not asked about", con({ controlli: [] }), ["ASSOCIAZIONE_PAGOPA DA_VERIFICARE", "CONTO DA_VERIFICARE"]],
    [
      "whose account pagoPA does not know",
      con({ controlli: [controllo("CONTO", IBAN, ALLARME), controllo("STAZIONE", STAZIONE)] }),
      ["CONTO MANCA"],
    ],
    ["without accounts", conCreditore({ conti: [] }), ["CONTO MANCA", "ENTRATA MANCA"]],
    ["without incomes", conCreditore({ entrate: [] }), ["ENTRATA MANCA"]],
    [
      "whose types are disabled for everybody",
      con({ tipiComuni: pronto.tipiComuni.map((t) => ({ ...t, abilitato: false })) }),
      ["TIPO_PENDENZA MANCA"],
    ],
    ["without applications", con({ applicazioni: [] }), ["APPLICAZIONE MANCA"]],
    [
      "whose applications are of others",
      con({ applicazioni: [{ ...applicazione, domini: [{ idDominio: "99999999999" }] }] }),
      ["APPLICAZIONE MANCA"],
    ],
    [
      "one of whose applications has no credentials",
      con({ applicazioni: [applicazione, { ...senzaCredenziali, idA2A: "ALTRA" }] }),
      ["APPLICAZIONE DA_VERIFICARE", "RICHIAMO DA_VERIFICARE"],
    ],
    ["whose application has no credentials", con({ applicazioni: [senzaCredenziali] }), ["APPLICAZIONE MANCA"]],
    [
      "of which certificates were never checked",
      senzaScadenze,
      ["CERTIFICATO_NODO", "CERTIFICATI_SERVIZI", "SEGRETI", "RICHIAMO"].map((codice) => `${codice} DA_VERIFICARE`),
    ],
    [
      "whose key has ended",
      con({
        scadenze: {
          eseguitoAlle: `${OGGI}T05:00:00.000Z`,
          scadenze: (_scadenze?.scadenze ?? []).map((s) => (s.tipo === "SEGRETO" ? { ...s, scade: "2026-11-25" } : s)),
        },
      }),
      ["SEGRETI MANCA"],
    ],
  ])("%s", (_caso, dati, attesi) => {
    expect(difetti(dati)).toEqual(attesi);
    expect(describeAttivazione(dati, OGGI).pronto).toBe(!attesi.some((difetto) => difetto.endsWith("MANCA")));
  });

  it("for which others collect needs only its accounts", () => {
    const solo = conCreditore({ dominio: { ...senzaAux, intermediato: false } });
    expect(describeAttivazione(solo, OGGI).verifiche.map(({ codice }) => codice)).toEqual(["DOMINIO", "CONTO"]);
  });
});
