/** What the replacement of an account would change: how many debts, of which types, some examples, the incomes, what is left to people. Bounded reads. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { AnteprimaCambio, ConteggioPendenze, EsameCambio } from "../../domain/cambi/anteprima.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { riferimentoConto, riferimentoEntrata } from "../../domain/pendenze/conti-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { type ChiaveCambio, examineCambio } from "./esame-cambio.ts";

interface Porte {
  readonly registro: RegistroDiBase;
  readonly posizioni: Pick<Posizioni, "findPendenzePerConto">;
}

const ESAMINATE = 500;
const TETTO = 100_000;
const ESEMPI = 5;

const CONTEGGIO_VUOTO: ConteggioPendenze = { numero: 0, almeno: false, esaminate: 0, notificate: 0, perTipo: [], esempi: [] };

const countPerTipo = (pendenze: readonly Pendenza[]): ConteggioPendenze["perTipo"] =>
  [...Map.groupBy(pendenze, ({ idTipoPendenza }) => idTipoPendenza)].map(([idTipoPendenza, sue]) => ({
    idTipoPendenza,
    numero: sue.length,
    importo: sue.reduce((somma, { importo }) => somma + importo, 0n),
  }));

export const previewCambio = ({ registro, posizioni }: Porte) => {
  const examine = examineCambio({ registro });

  const count = async ({ dominio }: EsameCambio, riferimenti: readonly string[]): Promise<ConteggioPendenze> => {
    if (riferimenti.length === 0) return CONTEGGIO_VUOTO;
    const { elementi, totale, totaleTroncato } = await posizioni.findPendenzePerConto(
      { idDominio: dominio.idDominio, frammenti: dominio.frammenti, riferimenti, tipiPendenza: "*", ordine: "asc" },
      { limite: ESAMINATE, salta: 0, totale: true, tettoTotale: TETTO },
    );
    return {
      numero: totale ?? elementi.length,
      almeno: totaleTroncato ?? false,
      esaminate: elementi.length,
      notificate: elementi.filter(({ dataNotificaAvviso }) => dataNotificaAvviso !== undefined).length,
      perTipo: countPerTipo(elementi),
      esempi: elementi.slice(0, ESEMPI),
    };
  };

  return async (chiave: ChiaveCambio, chiamante: Chiamante): Promise<Esito<AnteprimaCambio, Rifiuto<"NON_TROVATO">>> => {
    const { idDominio, ibanVecchio } = chiave;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_TROVATO", `conto ${ibanVecchio} del dominio ${idDominio}`);
    const esito = await examine(chiave);
    if (!esito.ok) return esito;
    const { entrate } = esito.valore;
    const [dirette, tramiteEntrate, tipi] = await Promise.all([
      count(esito.valore, [riferimentoConto(idDominio, ibanVecchio)]),
      count(
        esito.valore,
        entrate.map(({ idEntrata }) => riferimentoEntrata(idDominio, idEntrata)),
      ),
      registro.list("tipoPendenzaDominio", idDominio),
    ]);
    const tipiDaRivedere = tipi.filter(({ configurazione }) => JSON.stringify(configurazione ?? {}).includes(ibanVecchio));
    return ok({ esame: esito.valore, dirette, tramiteEntrate, tipiDaRivedere: tipiDaRivedere.map(({ idTipoPendenza }) => idTipoPendenza) });
  };
};
