/** A creditor that changes bank, for the API tests: the new account, a debt on the old one, a second operator. */
import { expect } from "vitest";
import { mappaControllo } from "../../../shared/adapters/archivio/mappe-anagrafiche.ts";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Controllo } from "../../../shared/domain/controlli/controllo.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { LIMITATO, type Prova } from "./prove.ts";

export const IBAN_NUOVO = "IT34D0503401647000000012345";
export const conto = { idDominio: COMUNE, ibanAccredito: IBAN_COMUNE };
export const SCONOSCIUTO = "00000000000000000000000000000000";

const commit = async (prova: Prova, ...modifiche: readonly Modifica[]): Promise<void> => {
  const mappe = { pendenza: mappaPendenza, controllo: mappaControllo };
  const unitOfWork = new ArchivioUnitOfWork(prova.ambiente().deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  expect((await unitOfWork.commit(modifiche)).ok).toBe(true);
};

export const addContoNuovo = async (prova: Prova): Promise<void> => {
  const body = { postale: false, abilitato: true };
  expect((await prova.invoke("addContiAccredito", { params: { ...conto, ibanAccredito: IBAN_NUOVO }, body })).status).toBe(201);
};

/** On the old account, by account unless said otherwise. */
export const storeDebito = (prova: Prova, idPendenza: string, iuv: string, altro: Partial<Pendenza> = {}): Promise<void> =>
  commit(prova, {
    azione: "crea",
    entita: "pendenza",
    valore: buildPendenza({
      ...{ idPendenza, iuv, numeroAvviso: `3${iuv}` },
      voci: buildPendenza().voci.map((voce) => ({
        ...voce,
        destinazione: { variante: "conto", ibanAccredito: IBAN_COMUNE, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" },
      })),
      ...altro,
    }),
  });

export const storeControllo = (prova: Prova, altro: Partial<Controllo> = {}): Promise<void> =>
  commit(prova, {
    azione: "crea",
    entita: "controllo",
    valore: {
      ...{
        versione: 0,
        idDominio: COMUNE,
        oggetto: "CONTO",
        riferimento: IBAN_COMUNE,
        data: "2026-11-25T05:30:00.000Z",
        suPagoPa: true,
        rilievi: [],
      },
      ...altro,
    },
  });

export const rilievo = (codice: Controllo["rilievi"][number]["codice"], gravita: Controllo["rilievi"][number]["gravita"]) =>
  ({ codice, gravita, descrizione: `rilievo ${codice}` }) as const;

/** Asked by the administrator; answers the replacement. */
export const requestCambio = async (prova: Prova): Promise<Record<string, unknown>> => {
  const { status, body } = await prova.invoke("addCambioIban", {
    params: conto,
    body: { ibanNuovo: IBAN_NUOVO, motivazione: "Cambio di tesoriere" },
  });
  expect(status).toBe(201);
  return body;
};

export const decide = (prova: Prova, id: unknown, esito: string, as = LIMITATO) =>
  prova.invoke("decidiApprovazione", { params: { id: String(id) }, body: { esito, motivazione: "visto" }, as });

export { COMUNE, IBAN_COMUNE, LIMITATO, UNIONE };
