/** A person says that the texts of a shape have been read, or are no pagoPA, or takes it back: journaled with who. */
import { type Chiamante, seesDominio } from "../../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../../domain/definiti.ts";
import { type Esito, ok } from "../../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../../domain/rifiuto.ts";
import type { DecisioneCausale, StatoCausale } from "../../../domain/tesoreria/causali/decisione.ts";
import type { Traccia } from "../../../ports/traccia.ts";
import type { UnitOfWork } from "../../../ports/unit-of-work.ts";
import { type PorteCausali, readForme, ultimoAnno } from "./find-causali.ts";

export interface RichiestaDecisione {
  readonly idDominio: string;
  readonly forma: string;
  readonly decisione: StatoCausale;
  readonly nota?: string;
}

const TENTATIVI = 3;

export const decideCausale =
  ({ unitOfWork, ...porte }: PorteCausali & { readonly unitOfWork: UnitOfWork }) =>
  async (
    { idDominio, forma, decisione, nota }: RichiestaDecisione,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<DecisioneCausale, Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO" | "CONFLITTO">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const { da, a } = ultimoAnno(porte.clock);
    const trovata = (await readForme(porte, idDominio, da, a)).find((f) => f.forma === forma);
    if (!trovata) return rifiuto("NON_TROVATO", "forma: nessuna causale degli ultimi dodici mesi è fatta così");
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const presente = await porte.causali.getDecisione(idDominio, forma);
      const { al: mese, numeroUltimo: numero } = trovata;
      if (presente && presente.decisione === decisione && presente.nota === nota && presente.mese === mese && presente.numero === numero) {
        traccia.omit();
        return ok(presente);
      }
      const { principal } = chiamante;
      const valore: DecisioneCausale = {
        versione: presente?.versione ?? 0,
        idDominio,
        forma,
        decisione,
        mese,
        numero,
        ...definiti({ nota }),
        principal,
        data: porte.clock.now(),
      };
      const esito = await unitOfWork.commit([{ azione: presente ? "sostituisci" : "crea", entita: "decisioneCausale", valore }], {
        eventi: [traccia.evento({ idDominio, principal, dettaglioEsito: `${decisione}: ${forma}` })],
      });
      if (esito.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO", "forma: decisa da altri nello stesso momento");
  };
