/** The orders that would regularise some credits of the treasurer, from what the credits contain: read, never written. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import {
  buildReversali,
  type ContenutoMovimento,
  type Esclusa,
  NUMERO_MASSIMO,
  type PropostaReversali,
  type RichiestaReversali,
  whyEsclusa,
} from "../../domain/contabilita/reversali.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { PagamentoContenuto } from "../../domain/tesoreria/analisi/contenuto.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import { analyzeSospeso } from "../tesoreria/analisi/analyze-sospeso.ts";
import type { PorteAnalisi } from "../tesoreria/analisi/porte.ts";

export type PorteReversali = Omit<PorteAnalisi, "tesoreria"> & {
  readonly tesoreria: PorteAnalisi["tesoreria"] & Pick<Tesoreria, "findMovimenti" | "getMovimenti">;
};

type RifiutoReversali = Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE">;

export const MOVIMENTI_MASSIMI = 50;
/** Rows of flows read for one proposal: ten turns of the analysis. */
const RIGHE_MASSIME = 20_000;
const INSIEME = 4;

const findMovimenti = async (
  { tesoreria }: PorteReversali,
  { idDominio, movimenti, da, a }: RichiestaReversali,
): Promise<Esito<readonly Movimento[], RifiutoReversali>> => {
  if (movimenti) {
    const trovati = await tesoreria.getMovimenti(idDominio, [...new Set(movimenti)]);
    const ignoto = movimenti.find((id) => !trovati.some((movimento) => movimento.id === id));
    return ignoto === undefined ? ok(trovati) : rifiuto("NON_TROVATO", `movimento ${ignoto}`);
  }
  const filtri = {
    domini: [idDominio],
    stato: "ESEGUITO",
    segno: "ENTRATA",
    ordine: "asc",
    ...(da !== undefined && { da }),
    ...(a !== undefined && { a }),
  } as const;
  const { elementi } = await tesoreria.findMovimenti(filtri, { limite: MOVIMENTI_MASSIMI + 1, salta: 0, totale: false });
  return elementi.length <= MOVIMENTI_MASSIMI
    ? ok(elementi)
    : rifiuto(
        "NON_PROCESSABILE",
        `dataDa, dataA: i movimenti sono più di ${MOVIMENTI_MASSIMI}, quanti ne può avere una proposta; restringere il periodo`,
      );
};

/** Everything inside a movement, or why it cannot be told. */
const readTutto = async (
  porte: PorteReversali,
  movimento: Movimento,
  chiamante: Chiamante,
): Promise<Esito<readonly PagamentoContenuto[]>> => {
  const analyze = analyzeSospeso(porte);
  const pagamenti: PagamentoContenuto[] = [];
  for (let daRiga: number | undefined = 1; daRiga !== undefined; ) {
    if (daRiga > RIGHE_MASSIME)
      return ko(`contiene più di ${RIGHE_MASSIME} righe: la reversale va scritta dal prospetto degli accertamenti`);
    const esito = await analyze({ idDominio: movimento.idDominio, idMovimento: movimento.id, daRiga }, chiamante);
    if (!esito.ok) return ko(esito.errore.dettaglio ?? esito.errore.codice);
    const { esito: come, spiegazioni, prossimaRiga, pagamenti: suoi } = esito.valore;
    if (come !== "TROVATO") return ko(spiegazioni.map(({ frase }) => frase).join(" ") || "non si sa che cosa contiene");
    pagamenti.push(...suoi);
    daRiga = prossimaRiga;
  }
  const somma = sumImporti(pagamenti.map(({ importo }) => importo));
  return somma === movimento.importo
    ? ok(pagamenti)
    : ko("contiene pagamenti che l'utenza non può vedere, o righe che non tornano con l'importo");
};

export const proposeReversali =
  (porte: PorteReversali) =>
  async (richiesta: RichiestaReversali, chiamante: Chiamante): Promise<Esito<PropostaReversali, RifiutoReversali>> => {
    const { idDominio } = richiesta;
    const creditore = seesDominio(chiamante, idDominio) ? await porte.anagrafiche.getCreditore(idDominio) : undefined;
    if (!creditore) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const movimenti = await findMovimenti(porte, richiesta);
    if (!movimenti.ok) return movimenti;
    const contenuti: ContenutoMovimento[] = [];
    const escluse: Esclusa[] = [];
    const restano = movimenti.valore.values();
    const svolgi = async (): Promise<void> => {
      for (const movimento of restano) {
        const motivo = whyEsclusa(movimento);
        const letti = motivo === undefined ? await readTutto(porte, movimento, chiamante) : ko(motivo);
        if (letti.ok) contenuti.push({ movimento, pagamenti: letti.valore });
        else escluse.push({ movimento, motivo: letti.errore });
      }
    };
    await Promise.all(Array.from({ length: INSIEME }, svolgi));
    const reversali = buildReversali(contenuti, richiesta);
    if (richiesta.primoNumero + reversali.length - 1 > NUMERO_MASSIMO)
      return rifiuto("NON_PROCESSABILE", `primoNumero: con ${reversali.length} reversali si supera il numero ${NUMERO_MASSIMO}`);
    const perData = (x: Esclusa, y: Esclusa): number =>
      `${x.movimento.dataContabile}#${x.movimento.id}` < `${y.movimento.dataContabile}#${y.movimento.id}` ? -1 : 1;
    return ok({ dominio: creditore.dominio, reversali, escluse: escluse.sort(perData) });
  };
