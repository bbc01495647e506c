/** A flow seen on pagoPA for the first time: it is born with the message that asks for its first page, and supersedes older revisions, in one transaction. */
import type { Segnalazione } from "../../domain/pendenze/pendenza.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { isStessaEmissione, isSuccessiva } from "../../domain/rendicontazioni/revisione-storica.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FlussoPubblicato } from "../../ports/fdr.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, Unicita, UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

const TENTATIVI = 5;
const DALL_ELENCO = { componente: "API_PAGOPA", ruolo: "CLIENT", tipoEvento: "nodoChiediElencoFlussiRendicontazione" } as const;

/** Nothing reconciled is undone by itself: who keeps the accounts is told, on both revisions. */
const toSostituzione = (superata: Flusso, nuova: number, data: string): Segnalazione => ({
  data,
  codice: "FLUSSO_SOSTITUITO",
  descrizione: `La revisione ${superata.revisione}, già riconciliata, è stata sostituita dalla ${nuova}`,
  dettaglio: `riconciliazione ${superata.idRiconciliazione ?? ""}`,
});

/** A flow whose document is in our hands already. */
interface FlussoInMano extends FlussoPubblicato {
  readonly originale?: string;
}

const toFlusso = (pubblicato: FlussoInMano, obsoleto: boolean, segnalazioni: readonly Segnalazione[], adesso: string): Flusso => ({
  versione: 0,
  ...pubblicato,
  stato: "IN_ACQUISIZIONE",
  obsoleto,
  dataAcquisizione: adesso,
  // The header comes with the first page.
  trn: "",
  dataRegolamento: "",
  numeroPagamenti: 0,
  importoTotale: 0n,
  pagineAcquisite: 0,
  pagineTotali: 0,
  righeAcquisite: 0,
  importoAcquisito: 0n,
  segnalazioni,
});

/**
 * The n-th reading of a flow id is one: the same emission from FdR-3 and from a file at the same instant has two keys, and the second must look again at what is
 * there.
 */
const lettura = ({ idDominio, idFlusso, idPsp, revisione }: FlussoInMano, note: number): Unicita => ({
  ...{ versione: 0, ambito: "flusso-letto", chiave: `${idDominio}#${idFlusso}#${note + 1}` },
  riferimento: `${idPsp}#${revisione}`,
});

/** True when the flow was new. */
export const registerFlusso =
  ({ rendicontazioni, unitOfWork, clock }: Porte) =>
  async (pubblicato: FlussoInMano, traccia: Traccia): Promise<boolean> => {
    const { idDominio, idFlusso, idPsp, revisione } = pubblicato;
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const omonimi = (await rendicontazioni.findRevisioni(idDominio, idFlusso)).filter((f) => f.idFlusso === idFlusso);
      const sue = omonimi.filter((f) => f.idPsp === idPsp);
      if (sue.some((f) => f.revisione === revisione) || omonimi.some((f) => isStessaEmissione(f, pubblicato))) return false;
      const adesso = clock.now();
      const superate = sue.filter((f) => isSuccessiva(pubblicato, f) && !f.obsoleto);
      const segnalazioni = superate.filter((f) => f.idRiconciliazione !== undefined).map((f) => toSostituzione(f, revisione, adesso));
      const nuovo = toFlusso(
        pubblicato,
        sue.some((f) => isSuccessiva(f, pubblicato)),
        segnalazioni,
        adesso,
      );
      const esito = await unitOfWork.commit(
        [
          { azione: "crea", entita: "flusso", valore: nuovo },
          { azione: "crea", entita: "unicita", valore: lettura(pubblicato, omonimi.length) },
          ...superate.map((f): Modifica => {
            const proprie = f.idRiconciliazione === undefined ? [] : [toSostituzione(f, revisione, adesso)];
            return {
              azione: "sostituisci",
              entita: "flusso",
              valore: { ...f, obsoleto: true, segnalazioni: [...f.segnalazioni, ...proprie] },
            };
          }),
        ],
        {
          messaggi: [{ coda: "flussi", corpo: { idDominio, idFlusso, idPsp, revisione, pagina: 1 } }],
          eventi: [
            traccia.evento({
              // An uploaded flow is the caller's operation, that the trace names already.
              ...(pubblicato.originale === undefined && DALL_ELENCO),
              idDominio,
              datiPagoPA: { idFlusso, idPsp, revisione: String(revisione) },
            }),
          ],
        },
      );
      if (esito.ok) return true;
    }
    throw new Error(`flusso ${idFlusso} di ${idDominio} non registrato: troppo conteso`);
  };
