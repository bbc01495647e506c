/** The recomputation of the matching over the archive in memory: evidence that arrives a piece at a time, and the queues that it wakes, emptied in order. */

import { ArchivioAnomalie } from "../../shared/adapters/archivio/anomalie.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import { IMPOSTAZIONI_PREDEFINITE } from "../../shared/domain/riscontri/evidenze.ts";
import { chiaviCausale } from "../../shared/domain/tesoreria/chiavi-causale.ts";
import type { Movimento } from "../../shared/domain/tesoreria/movimento-registrato.ts";
import { createMovimento } from "../../shared/domain/tesoreria/movimento-registrato.ts";
import { type EvidenzeArrivate, recomputeRiscontri } from "../../shared/usecases/abbinamenti/recompute-riscontri.ts";
import { elaborateRiconciliazione } from "../../shared/usecases/riconciliazioni/elaborate-riconciliazione.ts";
import { modificheMovimento } from "../../shared/usecases/tesoreria/registra-righe.ts";
import { COMUNE } from "./anagrafica.ts";
import { ADESSO } from "./esempi.ts";
import { createMemoria } from "./memoria.ts";

export const causaleDi = (idFlusso: string): string => `/PUR/LGPE-RIVERSAMENTO/URI/${idFlusso}`;

export const buildMovimento = (id: string, importo: bigint, causale: string, altro: Partial<Movimento> = {}): Movimento => ({
  ...createMovimento(
    COMUNE,
    id,
    {
      riga: { riga: 1, operazione: "ESEGUITO", segno: "ENTRATA", importo, dataContabile: "2026-11-25", causale },
      chiavi: chiaviCausale(causale),
      origine: { idCaricamento: "prova", file: "prova", riga: 1, formato: "OPI", esito: "NUOVO" },
    },
    ADESSO,
  ),
  ...altro,
});

const VUOTE: EvidenzeArrivate = { idDominio: COMUNE, flussi: [], iuv: [], iur: [], movimenti: [] };

export const createAbbinamentiDiProva = async () => {
  const memoria = await createMemoria();
  const porte = { ...memoria, anomalie: new ArchivioAnomalie(memoria.deposito) };
  const recompute = recomputeRiscontri(porte, async () => IMPOSTAZIONI_PREDEFINITE);
  const elaborate = elaborateRiconciliazione(memoria);
  const fatti = new Set<string>();
  /** The next message of the outbox that nobody has taken, oldest first. */
  const nextMessaggio = () =>
    memoria.deposito
      .all("archivio")
      .filter(({ pk }) => pk.startsWith("OUT#") && !fatti.has(pk))
      .sort((a, b) => (a.pk < b.pk ? -1 : 1))[0];
  /** Works until the queues are empty. */
  const pump = async (): Promise<void> => {
    for (let messaggio = nextMessaggio(); messaggio; messaggio = nextMessaggio()) {
      const corpo = JSON.parse(String(messaggio["corpo"]));
      if (messaggio["coda"] === "riconciliazioni") await elaborate(corpo, memoria.traccia);
      if (messaggio["coda"] === "riscontri") await recompute(corpo, memoria.traccia);
      fatti.add(messaggio.pk);
    }
  };
  const arrive = async (evidenze: Partial<EvidenzeArrivate>): Promise<void> => {
    await recompute({ ...VUOTE, ...evidenze }, memoria.traccia);
    await pump();
  };
  return {
    ...porte,
    recompute: (evidenze: Partial<EvidenzeArrivate>) => recompute({ ...VUOTE, ...evidenze }, memoria.traccia),
    pump,
    arrive,
    storeMovimento: (movimento: Movimento) => memoria.store(...modificheMovimento(movimento)),
    /** A line of the treasurer arrives, and its consequences. */
    addMovimento: async (movimento: Movimento): Promise<void> => {
      await memoria.store(...modificheMovimento(movimento));
      await arrive({ movimenti: [movimento.id] });
    },
    memoriaDi: (idMovimento: string) => porte.abbinamenti.getMemoria(COMUNE, idMovimento),
  };
};

export const OPERATORE: Chiamante = {
  tipo: "operatore",
  principal: "ragioniera",
  nome: "Ragioniera",
  autodeterminazione: false,
  domini: [{ idDominio: COMUNE }],
  tipiPendenza: "*",
  acl: [],
};
