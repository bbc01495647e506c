/** A small registry for tests: two creditors behind one station, two applications, three operators. Every password is `Segreta-2026`. */
import { mappeAnagrafiche } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../shared/adapters/sistema/clock.ts";
import { hashPassword } from "../../shared/adapters/sistema/password.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";
import type { Modifica } from "../../shared/ports/unit-of-work.ts";

export const PASSWORD = "Segreta-2026";
export const INTERMEDIARIO = "80008000801";
export const STAZIONE = "80008000801_01";
export const COMUNE = "01234567897";
export const UNIONE = "91001750081";
export const IBAN_COMUNE = "IT60X0542811101000000123456";
export const IBAN_POSTALE = "IT15Z0760101600000010271400";
export const IBAN_UNIONE = "IT54W8000000292100645211111";
export const APPLICAZIONE = "GEST-TRIBUTI";
/** Sees only UNIONE and only the type MENSA. */
export const ALTRA_APPLICAZIONE = "GEST-MENSA";

const creditore = (idDominio: string, ragioneSociale: string, segregationCode: string, iban: readonly string[]): Modifica[] => [
  {
    azione: "crea",
    entita: "dominio",
    valore: {
      versione: 0,
      idDominio,
      ragioneSociale,
      intermediato: true,
      gln: `800${idDominio.slice(0, 10)}`,
      cbill: "AB12C",
      stazione: STAZIONE,
      auxDigit: 3,
      segregationCode,
      scaricaFr: true,
      abilitato: true,
      frammenti: 1,
    },
  },
  ...iban.map(
    (conto): Modifica => ({
      azione: "crea",
      entita: "conto",
      valore: { versione: 0, idDominio, iban: conto, postale: conto.includes("07601"), abilitato: true, intestatario: ragioneSociale },
    }),
  ),
  {
    azione: "crea",
    entita: "unitaOperativa",
    valore: { versione: 0, idDominio, idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi", abilitato: true },
  },
  ...["TARI", "MENSA", "LIBERO"].flatMap((id): Modifica[] => [
    { azione: "crea", entita: "tipoPendenzaDominio", valore: { versione: 0, idDominio, idTipoPendenza: id } },
    {
      azione: "crea",
      entita: "entrataDominio",
      valore: { versione: 0, idDominio, idEntrata: id, ibanAccredito: iban[0] ?? "", abilitato: true },
    },
  ]),
  { azione: "crea", entita: "tipoPendenzaDominio", valore: { versione: 0, idDominio, idTipoPendenza: "BOLLOT" } },
];

const comuni = (): Modifica[] => [
  ...["TARI", "MENSA", "LIBERO", "BOLLOT"].map(
    (id): Modifica => ({
      azione: "crea",
      entita: "tipoPendenza",
      valore: { versione: 0, idTipoPendenza: id, descrizione: `Tipo ${id}`, pagaTerzi: true, abilitato: true },
    }),
  ),
  ...["TARI", "MENSA", "LIBERO"].map(
    (id): Modifica => ({
      azione: "crea",
      entita: "entrata",
      valore: { versione: 0, idEntrata: id, descrizione: `Entrata ${id}`, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" },
    }),
  ),
];

const principale = (principal: string, tipo: "applicazione" | "operatore" | "nodo", riferimento: string): Modifica => ({
  azione: "crea",
  entita: "principale",
  valore: { versione: 0, principal, tipo, riferimento },
});

const utenze = (hash: string): Modifica[] => [
  {
    azione: "crea",
    entita: "applicazione",
    valore: {
      versione: 0,
      idA2A: APPLICAZIONE,
      principal: "gest-tributi",
      passwordHash: hash,
      domini: "*",
      tipiPendenza: "*",
      acl: [],
      ruoli: [],
      abilitato: true,
      autodeterminazione: true,
      apiPagamenti: true,
      apiPendenze: true,
      apiRagioneria: true,
      servizioIntegrazione: { url: "http://127.0.0.1:9/ente", versioneApi: "REST v2" },
    },
  },
  principale("gest-tributi", "applicazione", APPLICAZIONE),
  {
    azione: "crea",
    entita: "applicazione",
    valore: {
      versione: 0,
      idA2A: ALTRA_APPLICAZIONE,
      principal: "gest-mensa",
      passwordHash: hash,
      domini: [{ idDominio: UNIONE }],
      tipiPendenza: ["MENSA"],
      acl: [],
      ruoli: [],
      abilitato: true,
      autodeterminazione: false,
      apiPagamenti: true,
      apiPendenze: true,
      apiRagioneria: true,
    },
  },
  principale("gest-mensa", "applicazione", ALTRA_APPLICAZIONE),
  {
    azione: "crea",
    entita: "applicazione",
    valore: {
      versione: 0,
      idA2A: "SENZA-DIRITTI",
      principal: "senza-diritti",
      passwordHash: hash,
      domini: "*",
      tipiPendenza: "*",
      acl: [],
      ruoli: [],
      abilitato: true,
      autodeterminazione: false,
      apiPagamenti: false,
      apiPendenze: false,
      apiRagioneria: false,
    },
  },
  principale("senza-diritti", "applicazione", "SENZA-DIRITTI"),
  {
    azione: "crea",
    entita: "operatore",
    valore: {
      versione: 0,
      principal: "operatore-limitato",
      ragioneSociale: "Operatore limitato",
      passwordHash: hash,
      domini: [{ idDominio: COMUNE }],
      tipiPendenza: "*",
      acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }],
      ruoli: [],
      abilitato: true,
    },
  },
  principale("operatore-limitato", "operatore", "operatore-limitato"),
];

/** `checkout` and `fdr`: where the intermediary's Checkout and settlement service answer. */
export const seedAnagrafica = async (
  deposito: Deposito,
  checkout = "http://127.0.0.1:9/checkout/ec/v1",
  fdr = "http://127.0.0.1:9/fdr-org/service/v1",
): Promise<void> => {
  const unitOfWork = new ArchivioUnitOfWork(deposito, mappeAnagrafiche, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const hash = await hashPassword(PASSWORD);
  const rete: Modifica[] = [
    {
      azione: "crea",
      entita: "intermediario",
      valore: {
        versione: 0,
        idIntermediario: INTERMEDIARIO,
        denominazione: "Intermediario di prova",
        principalPagoPa: "nodo",
        passwordHash: hash,
        servizioPagoPa: { url: "http://127.0.0.1:9/rpt", urlRPT: "http://127.0.0.1:9/rpt" },
        servizioPagoPaCheckout: { url: checkout },
        servizioPagoPaFR: { url: fdr, subscriptionKey: "chiave" },
        abilitato: true,
      },
    },
    principale("nodo", "nodo", INTERMEDIARIO),
    {
      azione: "crea",
      entita: "stazione",
      valore: { versione: 0, idIntermediario: INTERMEDIARIO, idStazione: STAZIONE, versioneStazione: "V2", abilitato: true },
    },
  ];
  for (const modifiche of [
    rete,
    comuni(),
    creditore(COMUNE, "Comune di Prova", "01", [IBAN_COMUNE, IBAN_POSTALE]),
    creditore(UNIONE, "Unione di Prova", "02", [IBAN_UNIONE]),
    utenze(hash),
  ]) {
    const esito = await unitOfWork.commit(modifiche);
    if (!esito.ok) throw new Error(`anagrafica di prova già presente: ${esito.errore.modifiche.map((m) => m.entita).join(", ")}`);
  }
};
