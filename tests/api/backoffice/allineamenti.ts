/** What the tests on pagoPA's archives find: copies in several states, a comparison, and two operators. */
import { mappaAllineamento, mappaVerificaGpd } from "../../../shared/adapters/archivio/mappe-gpd.ts";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Allineamento } from "../../../shared/domain/gpd/allineamento.ts";
import { iupdDi } from "../../../shared/domain/gpd/allineamento.ts";
import { addRisultati, newVerifica, type VerificaGpd } from "../../../shared/domain/gpd/verifica.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenzaAllineata } from "../../sostegno/gpd.ts";
import type { Prova } from "./prove.ts";

/** Every right on the debts of UNIONE, none on COMUNE. */
export const DI_UNIONE = "pendenze-unione";
/** Sees the debts of the type MENSA of COMUNE, and may change nothing. */
export const SOLO_MENSA = "legge-mensa";

const iuvDi = (n: number): string => `0100000000000000${n}`;

export const buildAllineamento = (n: number, altro: Partial<Allineamento> = {}): Allineamento => {
  const chiave = { idDominio: altro.idDominio ?? COMUNE, iuv: iuvDi(n) };
  return {
    ...{ versione: 0, ...chiave, numeroAvviso: `3${iuvDi(n)}`, idA2A: "GEST-TRIBUTI", idPendenza: `P-${n}`, idTipoPendenza: "TARI" },
    ...{ archivio: "ACA", iupd: iupdDi(chiave), stato: "ALLINEATA", inviata: 1, presente: true, tentativi: 0 },
    data: `2026-11-2${n}T06:00:00.000Z`,
    ...altro,
  };
};

const pendenzaDi = ({ idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza }: Allineamento): Modifica => ({
  azione: "crea",
  entita: "pendenza",
  valore: buildPendenzaAllineata("ACA", { idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza }),
});

const operatore = async (
  prova: Prova,
  principal: string,
  idDominio: string,
  tipiPendenza: readonly string[],
  autorizzazioni: readonly string[],
): Promise<void> => {
  const acl = [{ servizio: "Pendenze", autorizzazioni }];
  const body = { ragioneSociale: principal, password: PASSWORD, domini: [idDominio], tipiPendenza, acl };
  const { status, testo } = await prova.invoke("addOperatore", { params: { principal }, body });
  if (status !== 201) throw new Error(testo);
};

export const seedAllineamenti = async (prova: Prova): Promise<void> => {
  await operatore(prova, DI_UNIONE, UNIONE, ["*"], ["R", "W"]);
  await operatore(prova, SOLO_MENSA, COMUNE, ["MENSA"], ["R"]);
  const valori = [
    buildAllineamento(1),
    buildAllineamento(2, { stato: "RIFIUTATA", status: 400, dettaglio: "pagoPA ha risposto 400 fiscalCode" }),
    buildAllineamento(3, { stato: "IN_ATTESA", tentativi: 2, dettaglio: "pagoPA ha risposto 503", idTipoPendenza: "MENSA" }),
    buildAllineamento(4, { stato: "IN_INVIO", prenotataFino: "2999-01-01T00:00:00.000Z" }),
    buildAllineamento(5, { stato: "DIFFORME", idDominio: UNIONE }),
  ];
  const chi = { idDominio: COMUNE, archivio: "ACA", giorno: "2026-11-24" } as const;
  const iniziata = newVerifica(chi, "2026-11-24T00:00:00.000Z", "2026-11-24T00:06:00.000Z");
  const differenza = {
    tipo: "DATI_DIVERSI",
    iupd: `${COMUNE}-${iuvDi(1)}`,
    dettaglio: "importo: 1 centesimi invece di 2",
    riparata: true,
  } as const;
  const verifica: VerificaGpd = {
    ...iniziata,
    ...addRisultati(iniziata, { remote: 3, locali: 3, uguali: 2 }, [differenza]),
    fase: "CONCLUSA",
    fine: "2026-11-24T00:01:00.000Z",
  };
  const mappe = { pendenza: mappaPendenza, allineamento: mappaAllineamento, verificaGpd: mappaVerificaGpd };
  const unitOfWork = new ArchivioUnitOfWork(prova.ambiente().deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const esito = await unitOfWork.commit([
    ...valori.flatMap((valore): Modifica[] => [pendenzaDi(valore), { azione: "crea", entita: "allineamento", valore }]),
    { azione: "crea", entita: "verificaGpd", valore: verifica },
  ]);
  if (!esito.ok) throw new Error("entità di prova già presente");
};
