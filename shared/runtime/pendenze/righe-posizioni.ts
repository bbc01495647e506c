/** A row of a load of positions, by the contracts of the single requests: what is wrong in it is the outcome of the row, not of the call. */
import type * as z from "zod";
import { PagatoAltrove } from "../../contracts/pendenze/scrittura.ts";
import type { addPosizioni } from "../../contracts/portale/posizioni.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { toPagatoAltrove } from "../../presenters/pendenze/variazioni.ts";
import type { ComandoPosizione, RigaPosizione } from "../../usecases/pendenze/load-posizioni.ts";
import { describeErrori } from "../http/errori.ts";
import { checkChiave, parsePendenza } from "../tracciati/riga.ts";

type Riga = z.output<typeof addPosizioni.body>["posizioni"][number];

/** Which field each action takes; any other would be lost in silence. */
const CAMPI = { CARICA: "pendenza", ANNULLA: "motivo", PAGATA_ALTROVE: "pagataAltrove", RIPRISTINA: undefined } as const;

const toComando = ({ azione, pendenza, pagataAltrove, motivo }: Riga): Esito<ComandoPosizione> => {
  const dati = { pendenza, pagataAltrove, motivo };
  const estraneo = Object.entries(dati).find(([campo, valore]) => valore !== undefined && campo !== CAMPI[azione]);
  if (estraneo) return ko(`${estraneo[0]}: non ammesso con azione ${azione}`);
  switch (azione) {
    case "CARICA": {
      const nuova = pendenza === undefined ? ko("pendenza: obbligatoria con azione CARICA") : parsePendenza(pendenza, undefined);
      return nuova.ok ? ok({ nuova: nuova.valore }) : nuova;
    }
    case "ANNULLA": {
      const motivi = motivo === undefined ? [] : [{ campo: "descrizioneStato", valore: motivo } as const];
      return ok({ variazioni: [{ campo: "stato", valore: "ANNULLATA" }, ...motivi] });
    }
    case "RIPRISTINA":
      return ok({ variazioni: [{ campo: "stato", valore: "NON_ESEGUITA" }] });
    case "PAGATA_ALTROVE": {
      if (pagataAltrove === undefined) return ko("pagataAltrove: obbligatorio con azione PAGATA_ALTROVE");
      const letto = PagatoAltrove.safeParse(pagataAltrove);
      if (!letto.success) return ko(describeErrori(letto.error, "pagataAltrove"));
      return ok({ variazioni: [{ campo: "pagataAltrove", valore: toPagatoAltrove(letto.data) }] });
    }
  }
};

export const toRigaPosizione =
  (idA2A: string) =>
  (riga: Riga): RigaPosizione => {
    const { idPendenza } = riga;
    const difetto = checkChiave({ idA2A, idPendenza });
    return { idPendenza, comando: difetto === undefined ? toComando(riga) : ko(difetto) };
  };
