/** The table of the labels: which evidence gives which, for the transfers of one payment code. */
import { describe, expect, it } from "vitest";
import {
  causaleFlusso,
  evidenze,
  buildFlussoProva as flusso,
  iurProva,
  iuvProva,
  buildMovimentoProva as movimento,
  buildNotificaProva as notifica,
  buildRigaProva as riga,
  buildRiscossioneProva as riscossione,
} from "../../../tests/sostegno/riscontri.ts";
import { IMPOSTAZIONI_PREDEFINITE, type Impostazioni } from "./evidenze.ts";
import { type Evidenze, match } from "./match.ts";

const R = riscossione(1, 5000n);
const F = flusso(1, 5000n);
const G = riga(1, 1, 5000n);
const N = notifica(1, 5000n);
const T = movimento("a", 5000n, causaleFlusso(1));
const SINGOLO = movimento("s", 5000n, `/RFB/${iuvProva(1)}/50.00`);
const IMPLICITA = riscossione(1, 5000n, { senzaRpt: true });
const DOPPIA = riscossione(1, 5000n, { iur: iurProva(2), data: "2026-11-23T11:00:00.000Z" });
const NOTIFICA_ATTESA: Partial<Impostazioni> = { enteNotifica: true };

type Caso = readonly [
  nome: string,
  prove: Partial<Evidenze>,
  impostazioni: Partial<Impostazioni>,
  attesi: readonly string[],
  cause: readonly string[],
];

const CASI: readonly Caso[] = [
  ["ricevuta sola", { riscossioni: [R] }, {}, ["RT_NO_IUF PAGATO"], ["RENDICONTAZIONE_MANCANTE"]],
  ["ricevuta e riga", { riscossioni: [R], flussi: [F], righe: [G] }, {}, ["RT_IUF IUF_NO_TES RENDICONTATO"], ["FLUSSO_NON_ACCREDITATO"]],
  ["ricevuta, riga e denaro", { riscossioni: [R], flussi: [F], righe: [G], movimenti: [T] }, {}, ["RT_IUF_TES INCASSATO"], []],
  [
    "ricevuta, riga, denaro e notifica",
    { riscossioni: [R], flussi: [F], righe: [G], movimenti: [T], notifiche: [N] },
    NOTIFICA_ATTESA,
    ["IUD_RT_IUF_TES INCASSATO"],
    [],
  ],
  [
    "ricevuta, riga e notifica",
    { riscossioni: [R], flussi: [F], righe: [G], notifiche: [N] },
    NOTIFICA_ATTESA,
    ["IUD_RT_IUF IUF_NO_TES RENDICONTATO"],
    ["FLUSSO_NON_ACCREDITATO"],
  ],
  [
    "manca la notifica, e l'ente notifica",
    { riscossioni: [R], flussi: [F], righe: [G], movimenti: [T] },
    NOTIFICA_ATTESA,
    ["RT_IUF_TES RT_NO_IUD INCASSATO"],
    ["RICEVUTA_SENZA_NOTIFICA"],
  ],
  ["notifica sola", { notifiche: [N] }, NOTIFICA_ATTESA, ["IUD_NO_RT NON_PAGATO"], ["NOTIFICA_SENZA_RICEVUTA"]],
  [
    "notifica di altro importo",
    { riscossioni: [R], flussi: [F], righe: [G], movimenti: [T], notifiche: [notifica(1, 4000n)] },
    NOTIFICA_ATTESA,
    ["RT_IUF_TES IUD_NO_RT INCASSATO"],
    ["NOTIFICA_IMPORTO_DIVERSO"],
  ],
  [
    "rendicontato con altro importo",
    { riscossioni: [R], flussi: [flusso(1, 4000n)], righe: [riga(1, 1, 4000n)], movimenti: [movimento("a", 4000n, causaleFlusso(1))] },
    {},
    ["RT_NO_IUF PAGATO"],
    ["IMPORTO_RENDICONTATO_DIVERSO"],
  ],
  ["riga senza ricevuta", { flussi: [F], righe: [G], movimenti: [T] }, {}, ["IUV_NO_RT INCASSATO (SENZA_RICEVUTA)"], ["RICEVUTA_MANCANTE"]],
  [
    "riga di un altro intermediario",
    { flussi: [F], righe: [riga(1, 1, 5000n, { stato: "ALTRO_INTERMEDIARIO" })], movimenti: [T] },
    {},
    ["IUV_NO_RT INCASSATO (NON_MIO,SENZA_RICEVUTA)"],
    [],
  ],
  [
    "esito 9, con il pagamento che ne è nato",
    { riscossioni: [IMPLICITA], flussi: [F], righe: [riga(1, 1, 5000n, { esito: 9 })], movimenti: [T] },
    {},
    ["RT_IUF_TES INCASSATO (SENZA_RICEVUTA)"],
    [],
  ],
  [
    "esito 0, con un pagamento nato dalla riga e la ricevuta che manca ancora",
    { riscossioni: [IMPLICITA], flussi: [F], righe: [G], movimenti: [T] },
    {},
    ["IUV_NO_RT INCASSATO (SENZA_RICEVUTA)"],
    ["RICEVUTA_MANCANTE"],
  ],
  [
    "esito 4: in stand-in",
    { riscossioni: [R], flussi: [F], righe: [riga(1, 1, 5000n, { esito: 4 })], movimenti: [T] },
    {},
    ["RT_IUF_TES INCASSATO (STAND_IN)"],
    [],
  ],
  [
    "esito 3: revocato",
    { riscossioni: [R], flussi: [F], righe: [riga(1, 1, 5000n, { esito: 3 })], movimenti: [T] },
    {},
    ["RT_NO_IUF PAGATO (REVOCATO)"],
    ["RIGA_REVOCATA", "RENDICONTAZIONE_MANCANTE"],
  ],
  [
    "solo una riga revocata",
    { flussi: [F], righe: [riga(1, 1, 5000n, { esito: 3 })], movimenti: [T] },
    {},
    ["UNKNOWN NON_PAGATO (REVOCATO)"],
    ["RIGA_REVOCATA"],
  ],
  [
    "esito che non esiste",
    { flussi: [F], righe: [riga(1, 1, 5000n, { esito: -1 })], movimenti: [T] },
    {},
    ["UNKNOWN NON_PAGATO"],
    ["ESITO_SCONOSCIUTO"],
  ],
  [
    "flusso accreditato in parte",
    { riscossioni: [R], flussi: [flusso(1, 9000n)], righe: [G], movimenti: [T] },
    {},
    ["RT_IUF IUF_TES_DIV_IMP RENDICONTATO"],
    ["ACCREDITO_PARZIALE"],
  ],
  ["bonifico singolo", { riscossioni: [R], movimenti: [SINGOLO] }, {}, ["RT_TES INCASSATO"], []],
  [
    "bonifico singolo, e il flusso che lo rendiconta con altri",
    { riscossioni: [R], flussi: [flusso(1, 9000n)], righe: [G], movimenti: [SINGOLO] },
    {},
    ["RT_IUF RT_TES INCASSATO"],
    ["ACCREDITO_PARZIALE"],
  ],
  [
    "marca da bollo",
    { riscossioni: [riscossione(1, 1600n, { tipo: "MBT" })] },
    NOTIFICA_ATTESA,
    ["RT_SENZA_RIVERSAMENTO PAGATO (BOLLO)"],
    [],
  ],
  [
    "quota di un ente che non è servito qui",
    { riscossioni: [riscossione(1, 700n, { tipo: "ENTRATA_PA_NON_INTERMEDIATA" })] },
    NOTIFICA_ATTESA,
    ["RT_SENZA_RIVERSAMENTO PAGATO (ALTRO_BENEFICIARIO)"],
    [],
  ],
  [
    "pagato due volte",
    {
      riscossioni: [R, DOPPIA],
      flussi: [flusso(1, 10000n)],
      righe: [G, riga(1, 1, 5000n, { iur: iurProva(2), progressivo: 2 })],
      movimenti: [movimento("a", 10000n, causaleFlusso(1))],
    },
    {},
    ["RT_IUF_TES DOPPI INCASSATO", "RT_IUF_TES DOPPI INCASSATO"],
    ["PAGAMENTO_DOPPIO"],
  ],
  [
    "la stessa riga in due flussi",
    {
      riscossioni: [R],
      flussi: [F, flusso(2, 5000n, { trn: "Y" })],
      righe: [G, riga(2, 1, 5000n)],
      movimenti: [T, movimento("b", 5000n, causaleFlusso(2))],
    },
    {},
    ["RT_IUF_TES INCASSATO"],
    ["RIGA_RIPETUTA"],
  ],
  [
    "riga tolta da una revisione",
    { riscossioni: [R], flussi: [F, flusso(1, 3000n, { revisione: 2 })], righe: [G], movimenti: [movimento("a", 3000n, causaleFlusso(1))] },
    {},
    ["RT_NO_IUF PAGATO"],
    ["RENDICONTAZIONE_MANCANTE"],
  ],
  [
    "riga con l'indice del flusso invece di quello del trasferimento",
    { riscossioni: [R], flussi: [F], righe: [riga(1, 1, 5000n, { indice: 3 })], movimenti: [T] },
    {},
    ["RT_IUF_TES INCASSATO"],
    [],
  ],
  [
    "avviso di un altro intermediario, con la ricevuta",
    { riscossioni: [riscossione(1, 5000n, { tipo: "ALTRO_INTERMEDIARIO" })], flussi: [F], righe: [G], movimenti: [T] },
    NOTIFICA_ATTESA,
    ["RT_IUF_TES INCASSATO (NON_MIO)"],
    [],
  ],
];

describe("etichette di un trasferimento", () => {
  it.each(CASI)("%s", (_nome, prove, impostazioni, attesi, cause) => {
    const { trasferimenti, anomalie } = match(evidenze(prove), [], { ...IMPOSTAZIONI_PREDEFINITE, ...impostazioni });
    const testi = trasferimenti.map(({ etichette, avanzamento, qualifiche }) =>
      [...etichette, avanzamento, ...(qualifiche.length > 0 ? [`(${qualifiche.join(",")})`] : [])].join(" "),
    );
    expect(testi).toEqual(attesi);
    expect(anomalie.map(({ codice }) => codice).sort()).toEqual([...cause].sort());
  });

  it("ciò che manca diventa un'anomalia solo quando non può più arrivare da solo", () => {
    const dal = (prove: Partial<Evidenze>) =>
      match(evidenze(prove), [], { ...IMPOSTAZIONI_PREDEFINITE, ...NOTIFICA_ATTESA }).anomalie.map(({ codice, dal: giorno }) => [
        codice,
        giorno,
      ]);
    expect(dal({ riscossioni: [R], notifiche: [N] })).toEqual([["RENDICONTAZIONE_MANCANTE", "2026-11-28"]]);
    expect(dal({ flussi: [F] })).toEqual([["FLUSSO_NON_ACCREDITATO", "2026-11-29"]]);
    expect(dal({ movimenti: [T] })).toEqual([["FLUSSO_MANCANTE", "2026-11-30"]]);
    expect(dal({ flussi: [F], righe: [G], movimenti: [T] })).toEqual([["RICEVUTA_MANCANTE", "2026-11-24"]]);
  });
});
