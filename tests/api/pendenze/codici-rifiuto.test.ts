/** Each refusal that a PUT may give once the body is well formed: reached by a request, with the code of the reference and a sentence that names the field. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { hashPassword } from "../../../shared/adapters/sistema/password.ts";
import type { Applicazione } from "../../../shared/domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../../shared/domain/anagrafiche/creditore.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, PASSWORD, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { numero } from "../../sostegno/pendenze.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const [AUX_0, SPENTO, ESTERNO, MODELLO, RIGIDO] = ["11111111115", "22222222220", "33333333335", "44444444440", "55555555555"] as const;
const CONTO_SPENTO = "IT02L1234512345123456789012";
const HASH = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";

const dominio = (idDominio: string, altro: Partial<Dominio> = {}): Modifica[] => [
  {
    azione: "crea",
    entita: "dominio",
    valore: {
      ...{ versione: 0, idDominio, ragioneSociale: "Ente", intermediato: true, stazione: STAZIONE, auxDigit: 3, segregationCode: "07" },
      ...{ scaricaFr: false, abilitato: true, frammenti: 1 },
      ...altro,
    },
  },
  { azione: "crea", entita: "tipoPendenzaDominio", valore: { versione: 0, idDominio, idTipoPendenza: "TARI" } },
  {
    azione: "crea",
    entita: "entrataDominio",
    valore: { versione: 0, idDominio, idEntrata: "TARI", ibanAccredito: IBAN_UNIONE, abilitato: true },
  },
];
const applicazione = (idA2A: string, passwordHash: string, altro: Partial<Applicazione>): Modifica[] => [
  {
    azione: "crea",
    entita: "applicazione",
    valore: {
      ...{ versione: 0, idA2A, principal: idA2A.toLowerCase(), passwordHash, domini: "*", tipiPendenza: "*", acl: [], ruoli: [] },
      ...{ abilitato: true, autodeterminazione: true, apiPagamenti: true, apiPendenze: true, apiRagioneria: true },
      ...altro,
    },
  },
  {
    azione: "crea",
    entita: "principale",
    valore: { versione: 0, principal: idA2A.toLowerCase(), tipo: "applicazione", riferimento: idA2A },
  },
];
const tipo = (idTipoPendenza: string, abilitato: boolean): Modifica => ({
  azione: "crea",
  entita: "tipoPendenza",
  valore: { versione: 0, idTipoPendenza, descrizione: "Tipo", pagaTerzi: true, abilitato },
});
const registro = (hash: string): Modifica[] => [
  ...dominio(AUX_0, { auxDigit: 0 }),
  ...dominio(SPENTO, { abilitato: false }),
  ...dominio(ESTERNO, { intermediato: false }),
  ...dominio(MODELLO, { iuvPrefix: "%(p)" }),
  ...dominio(RIGIDO, { regoleCaricamento: { cifreControllo: "RIFIUTA", tassonomia: "RIFIUTA" } }),
  ...applicazione("MODELLO", hash, { codificaAvvisi: { regExpIuv: "0177.*", generazioneIuvInterna: false } }),
  ...applicazione("SOLO-COMUNE", hash, { domini: [{ idDominio: COMUNE }] }),
  ...applicazione("INESPERTA", hash, { autodeterminazione: false }),
  tipo("CHIUSO", false),
  tipo("ALTROVE", true),
  tipo("SOSPESO", true),
  {
    azione: "crea",
    entita: "tipoPendenzaDominio",
    valore: { versione: 0, idDominio: COMUNE, idTipoPendenza: "SOSPESO", abilitato: false },
  },
  {
    azione: "crea",
    entita: "unitaOperativa",
    valore: { versione: 0, idDominio: COMUNE, idUnita: "CHIUSA", ragioneSociale: "U", abilitato: false },
  },
  { azione: "crea", entita: "conto", valore: { versione: 0, idDominio: COMUNE, iban: CONTO_SPENTO, postale: false, abilitato: false } },
  { azione: "crea", entita: "conto", valore: { versione: 0, idDominio: RIGIDO, iban: IBAN_COMUNE, postale: false, abilitato: true } },
  {
    azione: "crea",
    entita: "entrataDominio",
    valore: { versione: 0, idDominio: COMUNE, idEntrata: "CHIUSA", ibanAccredito: IBAN_COMUNE, abilitato: false },
  },
];

const voce = (altro: object = {}) => ({ idVocePendenza: "1", importo: 100.5, descrizione: "Voce", codEntrata: "TARI", ...altro });
const suConto = (altro: object = {}) => ({
  ...{ idVocePendenza: "1", importo: 100.5, descrizione: "Voce", ibanAccredito: IBAN_COMUNE, tipoContabilita: "ALTRO" },
  codiceContabilita: "0101100IM/",
  ...altro,
});
const bollo = (altro: object = {}) => ({
  ...{ idVocePendenza: "1", importo: 16, descrizione: "Bollo", tipoBollo: "01", hashDocumento: HASH, provinciaResidenza: "TO" },
  ...altro,
});
const due = (...altre: object[]) => ({ importo: 201, voci: [voce(), ...altre] });
const quote = (importo: number) => ({ contabilita: { quote: [{ capitolo: "1", annoEsercizio: 2026, importo }] } });

type Caso = readonly [codice: string, campo: string, body: object, idA2A?: string];
const NUOVE: readonly Caso[] = [
  ["VER_001", "voci.1.idVocePendenza", due(voce())],
  ["VER_002", "importo", { importo: 100.51 }],
  ["VER_035", "voci.0.contabilita.quote", { voci: [voce(quote(100.49))] }],
  ["DOM_000", "idDominio", { idDominio: "99999999999" }],
  ["DOM_001", "idDominio", { idDominio: SPENTO }],
  ["DOM_001", "idDominio", { idDominio: ESTERNO }],
  ["DOM_000", "voci.1.idDominio", due(voce({ idVocePendenza: "2", idDominio: "99999999999" }))],
  ["DOM_001", "voci.1.idDominio", due(voce({ idVocePendenza: "2", idDominio: SPENTO }))],
  ["UOP_000", "idUnitaOperativa", { idUnitaOperativa: "IGNOTA" }],
  ["UOP_001", "idUnitaOperativa", { idUnitaOperativa: "CHIUSA" }],
  ["TVR_000", "idTipoPendenza", { idTipoPendenza: "IGNOTO" }],
  ["TVR_001", "idTipoPendenza", { idTipoPendenza: "CHIUSO" }],
  ["TVD_000", "idTipoPendenza", { idTipoPendenza: "ALTROVE" }],
  ["TVD_001", "idTipoPendenza", { idTipoPendenza: "SOSPESO" }],
  ["TRB_000", "voci.0.codEntrata", { voci: [voce({ codEntrata: "IGNOTA" })] }],
  ["TRB_001", "voci.0.codEntrata", { voci: [voce({ codEntrata: "CHIUSA" })] }],
  ["VER_017", "numeroAvviso", { numeroAvviso: "401000000000000133" }],
  ["VER_017", "numeroAvviso", { idDominio: RIGIDO, numeroAvviso: "307000000000000199" }],
  ["VER_019", "voci.0.ibanAccredito", { voci: [suConto()] }, "INESPERTA"],
  ["VER_020", "voci.0.ibanAccredito", { voci: [suConto({ ibanAccredito: IBAN_UNIONE })] }],
  ["VER_021", "voci.1.ibanAccredito", due(suConto({ idVocePendenza: "2", idDominio: UNIONE, ibanAccredito: IBAN_UNIONE })), "SOLO-COMUNE"],
  ["VER_022", "idTipoPendenza", { idDominio: UNIONE }, "GEST-MENSA"],
  ["VER_022", "idDominio", { idTipoPendenza: "MENSA" }, "GEST-MENSA"],
  ["VER_022", "voci.1.idDominio", due(voce({ idVocePendenza: "2", idDominio: UNIONE })), "SOLO-COMUNE"],
  ["VER_026", "numeroAvviso", { idDominio: AUX_0, numeroAvviso: numero(1, { auxDigit: 0, applicationCode: "02" }) }],
  ["VER_027", "numeroAvviso", { numeroAvviso: numero(1, { segregationCode: "02" }) }],
  ["VER_028", "iuvPrefix", { idDominio: MODELLO }],
  ["VER_030", "numeroAvviso", { numeroAvviso: numero(1) }, "MODELLO"],
  ["VER_031", "numeroAvviso", { importo: 116.5, numeroAvviso: numero(1), voci: [voce(), bollo({ idVocePendenza: "2" })] }],
  ["VER_032", "voci.0.ibanAccredito", { voci: [suConto({ ibanAccredito: CONTO_SPENTO })] }],
  ["VER_033", "voci.0.ibanAppoggio", { voci: [suConto({ ibanAppoggio: IBAN_UNIONE })] }],
  ["VER_034", "voci.0.ibanAppoggio", { voci: [suConto({ ibanAppoggio: CONTO_SPENTO })] }],
  ["VER_039", "numeroAvviso", { numeroAvviso: numero(1, { auxDigit: 2 }) }],
  ["422000", "voci.0", { idDominio: RIGIDO, voci: [suConto({ codiceContabilita: "9999999XX/" })] }],
];

/** What is loaded already: two items, one of each variant, and a unit. */
const GIA = { importo: 201, idUnitaOperativa: "TRIBUTI", voci: [voce(), suConto({ idVocePendenza: "2" })] };
const AGGIORNAMENTI: readonly Caso[] = [
  ["VER_004", "idDominio", { ...GIA, idDominio: UNIONE, voci: [voce(), voce({ idVocePendenza: "2" })] }],
  ["VER_004", "idUnitaOperativa", { ...GIA, idUnitaOperativa: "EC" }],
  ["VER_004", "voci.0.idDominio", { ...GIA, voci: [voce({ idDominio: UNIONE }), suConto({ idVocePendenza: "2" })] }],
  ["VER_005", "voci", { ...GIA, importo: 100.5, voci: [voce()] }],
  ["VER_006", "voci", { ...GIA, voci: [voce(), suConto({ idVocePendenza: "3" })] }],
  ["VER_007", "voci.0.codEntrata", { ...GIA, voci: [voce({ codEntrata: "MENSA" }), suConto({ idVocePendenza: "2" })] }],
  ["VER_023", "voci.1.ibanAccredito", { ...GIA, voci: [voce(), suConto({ idVocePendenza: "2", ibanAccredito: IBAN_POSTALE })] }],
  ["VER_024", "numeroAvviso", { ...GIA, numeroAvviso: numero(99) }],
];

describe("PUT of a well formed debt", () => {
  let api: ImpiantoPendenze;
  let store: (...modifiche: Modifica[]) => Promise<unknown>;
  beforeAll(async () => {
    api = await createImpianto();
    const mappe = { ...mappeAnagrafiche, pendenza: mappaPendenza };
    const ids = createIdsInSequenza();
    const unitOfWork = new ArchivioUnitOfWork(api.deposito, mappe, clockDiSistema, ids, { conservazioneEventiGiorni: 760 });
    store = (...modifiche) => unitOfWork.commit(modifiche);
    const modifiche = registro(await hashPassword(PASSWORD));
    for (const modifica of modifiche) await store(modifica);
    await api.put("GIA", corpo(GIA));
  });
  afterAll(() => api.stop());

  const put = (idPendenza: string, body: object, idA2A = "GEST-TRIBUTI") =>
    api.invoke("pendenze/addPendenza", { params: chiave(idPendenza, idA2A), body: corpo({ ...body }), as: idA2A.toLowerCase() });
  const check = async (idPendenza: string, [codice, campo, body, idA2A]: Caso): Promise<void> => {
    api.richieste.length = 0;
    const esito = await put(idPendenza, body, idA2A);
    expect([esito.status, esito.body["codice"], esito.body["categoria"]]).toEqual([422, codice, "RICHIESTA"]);
    expect(String(esito.body["dettaglio"]).split(/[\s:,]+/)).toContain(campo);
    // A number of its own is tried before knowing that the debt has another: the transaction fails whole.
    if (codice !== "VER_024") expect(api.richieste).not.toContain("TransactWriteItems");
  };

  it.each(NUOVE.map((caso) => ({ caso, codice: caso[0], campo: caso[1] })))("is refused with $codice, naming $campo", ({ caso }) =>
    check("NUOVA", caso),
  );

  it.each(AGGIORNAMENTI.map((caso) => ({ caso, codice: caso[0], campo: caso[1] })))(
    "that is there already is refused with $codice, naming $campo",
    ({ caso }) => check("GIA", caso),
  );

  it("is refused with APP_002 and status 400 under the name of another application", async () => {
    const esito = await api.invoke("pendenze/addPendenza", { params: chiave("X", "ALTRA"), body: corpo() });
    expect(esito).toMatchObject({ status: 400, body: { codice: "APP_002", dettaglio: expect.stringContaining("idA2A") } });
  });

  it("is refused with VER_003 once paid, naming the state", async () => {
    await store({
      azione: "crea",
      entita: "pendenza",
      valore: buildPendenza({ idPendenza: "PAGATA", stato: "ESEGUITA", iuv: numero(77).slice(1), numeroAvviso: numero(77) }),
    });
    const { status, body } = await put("PAGATA", {});
    expect([status, body["codice"], body["dettaglio"]]).toEqual([422, "VER_003", expect.stringContaining("ESEGUITA")]);
  });

  it("is refused with VER_025 for the number of another debt, with VER_018 for its IUV under another first digit", async () => {
    await put("CON-NUMERO", { numeroAvviso: numero(55) });
    expect(await put("ALTRA", { numeroAvviso: numero(55) })).toMatchObject({
      status: 422,
      body: { codice: "VER_025", dettaglio: expect.stringContaining(`numeroAvviso ${numero(55)}`) },
    });
    await store({
      azione: "crea",
      entita: "pendenza",
      valore: buildPendenza({
        idPendenza: "DI-PRIMA",
        idDominio: COMUNE,
        iuv: numero(66).slice(1),
        numeroAvviso: `1${numero(66).slice(1)}`,
      }),
    });
    expect(await put("ALTRA", { numeroAvviso: numero(66) })).toMatchObject({
      status: 422,
      body: { codice: "VER_018", dettaglio: expect.stringContaining("numeroAvviso") },
    });
  });
});
