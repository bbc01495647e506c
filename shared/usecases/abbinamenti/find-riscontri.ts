/**
 * What is known of transfers, worked out while reading: labels follow from the evidence, so they are never old and a flow of 100,000 rows stores
 * none. Of flows and movements what the recomputation stored is read.
 */
import type { Abbinamento, RiscontroFlusso } from "../../domain/abbinamenti/abbinamento.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { seesRiscossione } from "../../domain/ricevute/visibilita.ts";
import type { EsitoTrasferimento } from "../../domain/riscontri/esiti.ts";
import type { Impostazioni } from "../../domain/riscontri/evidenze.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Abbinamenti, Prove } from "../../ports/abbinamenti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";
import { isDi, labelCodice, type PorteEtichette, type RiscontroLetto } from "./label-codice.ts";

export interface PorteRiscontri extends PorteEtichette {
  readonly abbinamenti: PorteEtichette["abbinamenti"] &
    Pick<Abbinamenti, "findRiscontriFlussi" | "findAbbinamenti" | "findNotificatiPerData">;
  readonly prove: PorteEtichette["prove"] & Pick<Prove, "findRiscossioni" | "findRigheAnomale">;
}

export interface FiltriRiscontri {
  readonly idDominio: string;
  readonly iuv?: string;
  readonly etichetta?: string;
  /** Of a transfer. */
  readonly qualifica?: string;
  /** Instants, for transfers; of the others the day counts. */
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

/** Pages looked at in search of a rare label, before giving one that is empty and goes on. */
const PAGINE_PER_RICHIESTA = 10;
const IN_PARALLELO = 10;

export const findRiscontri = (porte: PorteRiscontri, impostazioniDi: (idDominio: string) => Promise<Impostazioni>) => {
  const { abbinamenti, prove } = porte;

  const label = labelCodice(porte);

  /** Who may see a transfer may see what is known of it; what no receipt tells is for who sees every type. */
  const visibile = (chiamante: Chiamante, riscossioni: readonly Riscossione[], trasferimento: EsitoTrasferimento): boolean => {
    const riscossione = riscossioni.find(isDi(trasferimento));
    return riscossione ? seesRiscossione(chiamante, riscossione) : chiamante.tipiPendenza === "*";
  };

  const labelVisibili = async (
    idDominio: string,
    iuv: string,
    chiamante: Chiamante,
    impostazioni: Impostazioni,
  ): Promise<readonly RiscontroLetto[]> => {
    const { letti, riscossioni } = await label(idDominio, iuv, impostazioni);
    return letti.filter(({ trasferimento }) => visibile(chiamante, riscossioni, trasferimento));
  };

  /** Keys of the transfers of a page of the list that a label lives in. */
  const readChiavi = async (
    { idDominio, etichetta, da, a, ordine }: FiltriRiscontri,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Pagina<{ readonly iuv: string; readonly iur?: string; readonly indice?: number }>> => {
    const ambito = ambitoDomini(chiamante, idDominio);
    const intervallo = { ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
    if (etichetta === "IUD_NO_RT") {
      const giorni = { ...(da !== undefined && { da: giornoDi(da) }), ...(a !== undefined && { a: giornoDi(a) }) };
      const notificati = await abbinamenti.findNotificatiPerData({ domini: ambito.domini, ...giorni, ordine }, richiesta);
      return { ...notificati, elementi: notificati.elementi.map(({ iuv }) => ({ iuv })) };
    }
    if (etichetta === "IUV_NO_RT") return prove.findRigheAnomale({ domini: ambito.domini, ...intervallo, ordine }, richiesta);
    return prove.findRiscossioni({ ...ambito, ...intervallo, ordine }, richiesta);
  };

  const findTrasferimenti = async (
    filtri: FiltriRiscontri,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Pagina<RiscontroLetto>> => {
    const { idDominio, iuv, etichetta, qualifica } = filtri;
    const impostazioni = await impostazioniDi(idDominio);
    const isCercato = ({ trasferimento }: RiscontroLetto): boolean =>
      (etichetta === undefined || trasferimento.etichette.some((una) => una === etichetta)) &&
      (qualifica === undefined || trasferimento.qualifiche.some((una) => una === qualifica));
    if (iuv !== undefined) {
      const visti = ambitoDomini(chiamante, idDominio).domini.length > 0;
      const elementi = visti ? (await labelVisibili(idDominio, iuv, chiamante, impostazioni)).filter(isCercato) : [];
      return { elementi, ...(richiesta.totale && { totale: elementi.length, totaleTroncato: false }) };
    }
    let passo: RichiestaPagina = etichetta === undefined && qualifica === undefined ? richiesta : { ...richiesta, totale: false };
    for (let pagina = 1; ; pagina += 1) {
      const chiavi = await readChiavi(filtri, passo, chiamante);
      const codici = [...new Set(chiavi.elementi.map((chiave) => chiave.iuv))];
      const letti: RiscontroLetto[] = [];
      for (let i = 0; i < codici.length; i += IN_PARALLELO)
        letti.push(
          ...(
            await Promise.all(codici.slice(i, i + IN_PARALLELO).map((codice) => labelVisibili(idDominio, codice, chiamante, impostazioni)))
          ).flat(),
        );
      // Of a code only the transfers of this page: another page has the others.
      const elementi = chiavi.elementi
        .flatMap((chiave) =>
          letti.filter(
            ({ trasferimento: t }) =>
              t.iuv === chiave.iuv &&
              (chiave.iur === undefined || chiave.indice === undefined || isDi(t)({ iur: chiave.iur, indice: chiave.indice })),
          ),
        )
        .filter(isCercato);
      const { cursore } = chiavi;
      if (elementi.length > 0 || cursore === undefined || pagina === PAGINE_PER_RICHIESTA) return { ...chiavi, elementi };
      passo = { ...passo, salta: 0, cursore };
    }
  };

  const soloGiorni = ({ idDominio, etichetta, da, a, ordine }: FiltriRiscontri, chiamante: Chiamante) => ({
    domini: ambitoDomini(chiamante, idDominio).domini,
    ordine,
    ...(etichetta !== undefined && { etichetta }),
    ...(da !== undefined && { da: giornoDi(da) }),
    ...(a !== undefined && { a: giornoDi(a) }),
  });

  return {
    trasferimenti: findTrasferimenti,
    flussi: (filtri: FiltriRiscontri, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<RiscontroFlusso>> =>
      abbinamenti.findRiscontriFlussi(soloGiorni(filtri, chiamante), richiesta),
    movimenti: (filtri: FiltriRiscontri, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Abbinamento>> =>
      abbinamenti.findAbbinamenti(soloGiorni(filtri, chiamante), richiesta),
  };
};
