/** A creditor that changes bank, in memory: two operators, debts of every kind, and a worker that can be killed at any request to the store. */

import { ArchivioApprovazioni, ArchivioCambi } from "../../shared/adapters/archivio/cambi.ts";
import { ArchivioFascicoli } from "../../shared/adapters/archivio/fascicoli.ts";
import { ArchivioRegistro } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioTracciati } from "../../shared/adapters/archivio/tracciati.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import type { CambioIban } from "../../shared/domain/cambi/cambio-iban.ts";
import { creaAllineamento } from "../../shared/domain/gpd/allineamento-voluto.ts";
import type { Pendenza, Voce } from "../../shared/domain/pendenze/pendenza.ts";
import { decideApprovazione } from "../../shared/usecases/approvazioni/decide-approvazione.ts";
import { effettoProposta } from "../../shared/usecases/approvazioni/effetto-proposta.ts";
import { effettoCambio } from "../../shared/usecases/cambi/effetti-cambio.ts";
import { elaborateCambio } from "../../shared/usecases/cambi/elaborate-cambio.ts";
import { previewCambio } from "../../shared/usecases/cambi/preview-cambio.ts";
import { type RichiestaCambio, requestCambio } from "../../shared/usecases/cambi/request-cambio.ts";
import { stopCambio } from "../../shared/usecases/cambi/stop-cambio.ts";
import { effettoRimborso } from "../../shared/usecases/fascicoli/effetto-rimborso.ts";
import { effettoAnnullamenti } from "../../shared/usecases/tracciati/propose-annullamenti.ts";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "./anagrafica.ts";
import { buildPendenza } from "./esempi.ts";
import { createMemoria, type Memoria } from "./memoria.ts";

export const IBAN_NUOVO = "IT34D0503401647000000012345";

export const operatore = (principal: string, altro: Partial<Chiamante> = {}): Chiamante => ({
  tipo: "operatore",
  principal,
  nome: principal,
  autodeterminazione: false,
  domini: [{ idDominio: COMUNE }],
  tipiPendenza: "*",
  acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }],
  ...altro,
});
export const ANNA = operatore("anna");
export const BRUNO = operatore("bruno");

export const suConto = (indice: number, ibanAccredito: string, altro: Partial<Voce> = {}): Voce => ({
  ...{ indice, idVocePendenza: String(indice), importo: 1000n, descrizione: "voce", stato: "Non eseguito", incassata: false },
  destinazione: { variante: "conto", ibanAccredito, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" },
  ...altro,
});

let numero = 0;
/** A debt of its own; on the old account unless said otherwise. */
export const debito = (altro: Partial<Pendenza> = {}): Pendenza => {
  numero += 1;
  const iuv = `0100000000${String(numero).padStart(7, "0")}`;
  return buildPendenza({ iuv, numeroAvviso: `3${iuv}`, idPendenza: `P-${numero}`, voci: [suConto(1, IBAN_COMUNE)], ...altro });
};

export const alimentata = (altro: Partial<Pendenza> = {}): Pendenza => debito({ allineamento: creaAllineamento("ACA"), ...altro });
export const suEntrata: Voce = { ...suConto(1, ""), destinazione: { variante: "entrata", codEntrata: "TARI" } };

export class Fine extends Error {}

export interface Banco {
  readonly memoria: Memoria;
  readonly registro: ArchivioRegistro;
  readonly cambi: ArchivioCambi;
  readonly approvazioni: ArchivioApprovazioni;
  readonly request: (altro?: Partial<RichiestaCambio>) => ReturnType<ReturnType<typeof requestCambio>>;
  readonly decide: ReturnType<typeof decideApprovazione>;
  readonly preview: ReturnType<typeof previewCambio>;
  readonly stop: ReturnType<typeof stopCambio>;
  readonly work: ReturnType<typeof elaborateCambio>;
  /** Asked by Anna, approved by Bruno. */
  readonly approve: (altro?: Partial<RichiestaCambio>) => Promise<CambioIban>;
  /** Delivers the messages of the queue `cambi` until there are no more, the clock going on where they have to wait; a crash is a redelivery. */
  readonly deliver: () => Promise<number>;
  readonly read: (pendenza: Pendenza) => Promise<Pendenza>;
  readonly accounts: (...pendenze: readonly Pendenza[]) => Promise<readonly (readonly (string | undefined)[])[]>;
}

export const createBanco = async (): Promise<Banco> => {
  const memoria = await createMemoria();
  const { deposito, unitOfWork, clock, ids, posizioni, traccia } = memoria;
  const registro = new ArchivioRegistro(deposito);
  const cambi = new ArchivioCambi(deposito);
  const approvazioni = new ArchivioApprovazioni(deposito);
  const porte = { registro, cambi, approvazioni, posizioni, unitOfWork, clock, ids };
  await memoria.store({
    azione: "crea",
    entita: "conto",
    valore: { versione: 0, idDominio: COMUNE, iban: IBAN_NUOVO, postale: false, abilitato: true },
  });
  const richiedi = requestCambio(porte);
  const proposta = effettoProposta({ registro });
  const decide = decideApprovazione({
    ...porte,
    effetti: {
      CAMBIO_IBAN: effettoCambio(porte),
      ...{ RUOLO: proposta, OPERATORE: proposta, CREDENZIALI: proposta },
      RIMBORSO: effettoRimborso({ fascicoli: new ArchivioFascicoli(deposito), clock }),
      ANNULLAMENTI: effettoAnnullamenti({ tracciati: new ArchivioTracciati(deposito) }),
    },
  });
  const work = elaborateCambio(porte);
  const base = {
    idDominio: COMUNE,
    ibanVecchio: IBAN_COMUNE,
    ibanNuovo: IBAN_NUOVO,
    disabilitaVecchio: true,
    motivazione: "cambio di tesoriere",
  };
  const request: Banco["request"] = (altro = {}) => richiedi({ ...base, giorniPerApprovare: 7, chiamante: ANNA, traccia, ...altro });
  const consegnati = new Set<string>();

  const deliverUno = async (corpo: { id: string; tappa: number }): Promise<number> => {
    let cadute = 0;
    for (;;) {
      try {
        const esito = await work(corpo, { ...traccia, inizio: clock.now() });
        if (esito.esito === "fatto") return cadute;
        clock.advance(esito.secondi * 1000);
      } catch (errore) {
        if (!(errore instanceof Fine)) throw errore;
        cadute += 1;
      }
    }
  };

  return {
    ...{ memoria, registro, cambi, approvazioni, request, decide, work },
    preview: previewCambio(porte),
    stop: stopCambio(porte),
    approve: async (altro = {}) => {
      const cambio = await request(altro);
      if (!cambio.ok) throw new Error(`richiesta rifiutata: ${cambio.errore.dettaglio}`);
      const decisa = await decide({ id: cambio.valore.idApprovazione, esito: "APPROVATA", chiamante: BRUNO, traccia });
      if (!decisa.ok) throw new Error(`approvazione rifiutata: ${decisa.errore.dettaglio}`);
      return cambio.valore;
    },
    deliver: async () => {
      let cadute = 0;
      for (;;) {
        const nuovi = deposito.all("archivio").filter((e) => e.pk.startsWith("OUT#") && e["coda"] === "cambi" && !consegnati.has(e.pk));
        if (nuovi.length === 0) return cadute;
        for (const messaggio of nuovi) {
          consegnati.add(messaggio.pk);
          cadute += await deliverUno(JSON.parse(String(messaggio["corpo"])));
        }
      }
    },
    read: async ({ idDominio, iuv }) => {
      const letta = await posizioni.getPendenza({ idDominio, iuv });
      if (!letta) throw new Error(`pendenza ${iuv} assente`);
      return letta;
    },
    accounts: (...pendenze) =>
      Promise.all(
        pendenze.map(async ({ idDominio, iuv }) =>
          ((await posizioni.getPendenza({ idDominio, iuv }))?.voci ?? []).map(({ destinazione }) =>
            destinazione.variante === "conto" ? destinazione.ibanAccredito : undefined,
          ),
        ),
      ),
  };
};

export { COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE };
