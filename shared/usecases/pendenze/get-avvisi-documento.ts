/** The debts of a document whose notices are printed together (reference 3.12): all those still to be paid, or exactly those that the caller lists. */
import { type Chiamante, seesDominio, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type CodiceStampa, checkStampabile, sortPerStampa } from "../../domain/pendenze/stampabilita.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { PorteLettura } from "./get-pendenza.ts";
import type { GruppoDaStampare } from "./print-avviso.ts";

export interface ChiaveAvvisiDocumento {
  readonly idDominio: string;
  readonly numeroDocumento: string;
  /** Application of the document; absent = the one that calls. */
  readonly idA2A?: string;
  /** Only these, each of which must belong to the document and be printable. */
  readonly numeriAvviso?: readonly string[];
}

type Risultato = Esito<GruppoDaStampare, Rifiuto<CodiceStampa | "RISPOSTA_ESTESA">>;

/** What is already paid or expired is left out, unless nothing else is there: then the first says why. */
const stampabili = (pendenze: readonly Pendenza[], oggi: string): Esito<readonly Pendenza[], Rifiuto<CodiceStampa>> => {
  const esiti = pendenze.map((pendenza) => ({ pendenza, esito: checkStampabile(pendenza, oggi) }));
  const buone = esiti.filter(({ esito }) => esito.ok).map(({ pendenza }) => pendenza);
  const rifiutata = esiti.find(({ esito }) => !esito.ok)?.esito;
  return buone.length === 0 && rifiutata && !rifiutata.ok ? rifiutata : ok(buone);
};

export const getAvvisiDocumento =
  ({ posizioni, clock }: PorteLettura) =>
  async ({ idDominio, numeroDocumento, numeriAvviso, ...chiave }: ChiaveAvvisiDocumento, chiamante: Chiamante): Promise<Risultato> => {
    const documento = `documento ${numeroDocumento} del dominio ${idDominio}`;
    const assente = rifiuto("NON_TROVATO", `${documento} non trovato`);
    const idA2A = chiave.idA2A ?? chiamante.idA2A;
    if (idA2A === undefined || !seesDominio(chiamante, idDominio)) return assente;
    const { pendenze, oltre } = await posizioni.findDocumento({ idDominio, idA2A, identificativo: numeroDocumento });
    if (oltre) return rifiuto("RISPOSTA_ESTESA", `${documento}: più di ${pendenze.length} avvisi`);
    const viste = sortPerStampa(pendenze.filter((pendenza) => seesPendenza(chiamante, pendenza)));
    if (viste.length === 0) return assente;
    const ignoto = numeriAvviso?.find((numero) => !viste.some(({ numeroAvviso }) => numeroAvviso === numero));
    if (ignoto !== undefined) return rifiuto("NON_TROVATO", `numeriAvviso: l'avviso ${ignoto} non è del ${documento}`);
    const oggi = giornoDi(clock.now());
    const scelte = numeriAvviso ? viste.filter(({ numeroAvviso }) => numeriAvviso.includes(numeroAvviso)) : viste;
    const esclusa = numeriAvviso && scelte.map((pendenza) => checkStampabile(pendenza, oggi)).find(({ ok: buona }) => !buona);
    if (esclusa && !esclusa.ok) return esclusa;
    const esito = stampabili(scelte, oggi);
    if (!esito.ok) return esito;
    const [prima, ...altre] = esito.valore;
    return prima ? ok([prima, ...altre]) : assente;
  };
