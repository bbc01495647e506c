/** The entries of a document and the writes of the API: for each part the contract of its PUT, its reading into the domain, its use case. */
import type * as z from "zod";
import { ApplicazionePost } from "../../contracts/backoffice/applicazioni.ts";
import { ConfigurazionePost } from "../../contracts/backoffice/configurazione-sezioni.ts";
import { ContoAccreditoPost } from "../../contracts/backoffice/conti-accredito.ts";
import { DominioPost } from "../../contracts/backoffice/domini-scrittura.ts";
import { EntrataDominioPost, TipoEntrataPost } from "../../contracts/backoffice/entrate.ts";
import { IntermediarioPost } from "../../contracts/backoffice/intermediari.ts";
import { OperatorePost } from "../../contracts/backoffice/operatori.ts";
import { addRuolo, RuoloPost } from "../../contracts/backoffice/ruoli.ts";
import { StazionePost } from "../../contracts/backoffice/stazioni.ts";
import { TipoPendenzaDominioPost, TipoPendenzaPost } from "../../contracts/backoffice/tipi-pendenza-scrittura.ts";
import { UnitaOperativaPost } from "../../contracts/backoffice/unita-operative.ts";
import * as campi from "../../contracts/comuni/campi.ts";
import { NuoveImpostazioni } from "../../contracts/riconciliazione/impostazioni.ts";
import { Instradamento } from "../../contracts/riconciliazione/instradamenti.ts";
import { NuovoProfiloLettura, saveProfiloLettura as saveProfiloOperation } from "../../contracts/riconciliazione/profili-lettura.ts";
import {
  NuovoTracciatoContabile,
  saveTracciatoContabile as saveTracciatoOperation,
} from "../../contracts/riconciliazione/tracciati-contabili.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Oggetto, Sezione } from "../../domain/installazione/sezioni.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";
import type { Traduttore, VoceAperta } from "../../ports/installazione.ts";
import { toApplicazione } from "../../presenters/backoffice/applicazione.ts";
import { toSezioni } from "../../presenters/backoffice/configurazione.ts";
import { toContoAccredito } from "../../presenters/backoffice/conto-accredito.ts";
import * as corpi from "../../presenters/backoffice/documento/corpi.ts";
import { presentVoci } from "../../presenters/backoffice/documento/installazione.ts";
import { toDominio } from "../../presenters/backoffice/dominio.ts";
import { toEntrata, toEntrataDominio } from "../../presenters/backoffice/entrata.ts";
import { toIntermediario } from "../../presenters/backoffice/intermediario.ts";
import { toOperatore } from "../../presenters/backoffice/operatore.ts";
import { toRuolo } from "../../presenters/backoffice/ruolo.ts";
import { toStazione } from "../../presenters/backoffice/stazione.ts";
import { toTipoPendenza, toTipoPendenzaDominio } from "../../presenters/backoffice/tipo-pendenza.ts";
import { toUnitaOperativa } from "../../presenters/backoffice/unita-operativa.ts";
import { toInstradamento } from "../../presenters/riconciliazione/instradamento.ts";
import { toProfiloLettura } from "../../presenters/riconciliazione/profilo-lettura.ts";
import { toTracciatoContabile } from "../../presenters/riconciliazione/tracciato-contabile.ts";
import { saveImpostazioni } from "../../usecases/abbinamenti/impostazioni.ts";
import { saveApplicazione } from "../../usecases/anagrafiche/save-applicazione.ts";
import { saveContoAccredito } from "../../usecases/anagrafiche/save-conto-accredito.ts";
import { saveDominio } from "../../usecases/anagrafiche/save-dominio.ts";
import { saveEntrata } from "../../usecases/anagrafiche/save-entrata.ts";
import { saveEntrataDominio } from "../../usecases/anagrafiche/save-entrata-dominio.ts";
import { saveIntermediario } from "../../usecases/anagrafiche/save-intermediario.ts";
import { saveOperatore } from "../../usecases/anagrafiche/save-operatore.ts";
import { saveRuolo } from "../../usecases/anagrafiche/save-ruolo.ts";
import { saveStazione } from "../../usecases/anagrafiche/save-stazione.ts";
import { saveTipoPendenza } from "../../usecases/anagrafiche/save-tipo-pendenza.ts";
import { saveTipoPendenzaDominio } from "../../usecases/anagrafiche/save-tipo-pendenza-dominio.ts";
import { saveUnitaOperativa } from "../../usecases/anagrafiche/save-unita-operativa.ts";
import type { Scrivente } from "../../usecases/anagrafiche/save-voce.ts";
import { saveInstradamento } from "../../usecases/anomalie/instradamento.ts";
import type { Scritta } from "../../usecases/approvazioni/save-o-proponi.ts";
import { saveConfigurazione } from "../../usecases/configurazione/configurazione.ts";
import { saveTracciatoContabile } from "../../usecases/contabilita/tracciati-contabili.ts";
import { saveProfiloLettura } from "../../usecases/tesoreria/profili-lettura.ts";
import { describeErrori } from "../http/errori.ts";

interface Parte<S extends z.ZodType, R> {
  readonly id: z.ZodType<string>;
  readonly schema: S;
  /** `ambito` is empty where the part has none. */
  readonly to: (id: string, body: z.output<S>, ambito: string) => R;
  readonly corpo: (richiesta: R) => Oggetto;
  /** A status, alone or with what else the write tells. */
  readonly save: (richiesta: R, scrivente: Scrivente) => Promise<Esito<number | { readonly stato: number }, Rifiuto>>;
}

type Apri = (id: string, corpo: Oggetto, ambito: string) => Esito<Pick<VoceAperta, "corpo" | "save">>;

const parte =
  <const S extends z.ZodType, R>({ id: schemaId, schema, to, corpo, save }: Parte<S, R>): Apri =>
  (id, letto, ambito) => {
    const identificativo = schemaId.safeParse(id);
    if (!identificativo.success) return ko(describeErrori(identificativo.error, "identificativo"));
    const body = schema.safeParse(letto);
    if (!body.success) return ko(describeErrori(body.error, "corpo"));
    const richiesta = to(id, body.data, ambito);
    return ok({
      corpo: corpo(richiesta),
      save: async (scrivente) => {
        const esito = await save(richiesta, scrivente);
        return esito.ok ? ok(typeof esito.valore === "number" ? esito.valore : esito.valore.stato) : esito;
      },
    });
  };

type Porte = Parameters<typeof saveApplicazione>[0] &
  Parameters<typeof saveInstradamento>[0] &
  Parameters<typeof saveImpostazioni>[0] &
  Parameters<typeof saveOperatore>[0] &
  Parameters<typeof saveIntermediario>[0] &
  Parameters<typeof saveConfigurazione>[0];

/** Writes that may wait for a second person tell more than their status. */
const toStato =
  <R>(save: (richiesta: R, scrivente: Scrivente) => Promise<Esito<Scritta, Rifiuto>>) =>
  async (richiesta: R, scrivente: Scrivente): Promise<Esito<number, Rifiuto>> => {
    const esito = await save(richiesta, scrivente);
    return esito.ok ? ok(esito.valore.stato) : esito;
  };

/** One section at a time, so that the others stay as they are. */
const createConfigurazione = (porte: Porte): Apri => {
  const save = saveConfigurazione(porte);
  return (nome, corpo) => {
    const letta = ConfigurazionePost.safeParse({ [nome]: corpo });
    if (!letta.success) return ko(describeErrori(letta.error, "corpo"));
    const sezioni = toSezioni(letta.data);
    return ok({
      corpo: Object.values(sezioni)[0] ?? {},
      save: async (scrivente) => {
        const esito = await save(sezioni, scrivente);
        return esito.ok ? ok(200) : esito;
      },
    });
  };
};

const createImpostazioni = (porte: Porte): Apri => {
  const save = saveImpostazioni(porte);
  return (id, letto) => {
    const identificativo = campi.idDominio.safeParse(id);
    if (!identificativo.success) return ko(describeErrori(identificativo.error, "identificativo"));
    const body = NuoveImpostazioni.safeParse(letto);
    if (!body.success) return ko(describeErrori(body.error, "corpo"));
    const tolleranza = fromNumeroJson(body.data.tolleranza, "tolleranza");
    if (!tolleranza.ok) return tolleranza;
    const nuove = { ...body.data, tolleranza: tolleranza.valore };
    return ok({
      corpo: corpi.corpoImpostazioni(nuove),
      save: async ({ chiamante, traccia }) => {
        const esito = await save(id, nuove, undefined, chiamante, traccia);
        return esito.ok ? ok(200) : esito;
      },
    });
  };
};

const createInstradamenti = (porte: Porte): Apri => {
  const save = saveInstradamento(porte);
  return (id, letto) => {
    const identificativo = campi.idDominio.safeParse(id);
    if (!identificativo.success) return ko(describeErrori(identificativo.error, "identificativo"));
    const body = Instradamento.safeParse(letto);
    if (!body.success) return ko(describeErrori(body.error, "corpo"));
    const richiesto = toInstradamento(id, body.data);
    if (!richiesto.ok) return ko(richiesto.errore.dettaglio ?? richiesto.errore.codice);
    return ok({
      corpo: corpi.corpoInstradamento(richiesto.valore),
      save: async (scrivente) => {
        const esito = await save(richiesto.valore, scrivente);
        return esito.ok ? ok(200) : esito;
      },
    });
  };
};

const createParti = (porte: Porte): Readonly<Record<Sezione, Apri>> => ({
  intermediario: parte({
    id: campi.idIntermediario,
    schema: IntermediarioPost,
    to: toIntermediario,
    corpo: corpi.corpoIntermediario,
    save: saveIntermediario(porte),
  }),
  stazione: parte({
    id: campi.idStazione,
    schema: StazionePost,
    to: (idStazione, body, idIntermediario) => toStazione({ idIntermediario, idStazione }, body),
    corpo: corpi.corpoStazione,
    save: saveStazione(porte),
  }),
  entrata: parte({ id: campi.idEntrata, schema: TipoEntrataPost, to: toEntrata, corpo: corpi.corpoEntrata, save: saveEntrata(porte) }),
  tipoPendenza: parte({
    id: campi.idTipoPendenza,
    schema: TipoPendenzaPost,
    to: toTipoPendenza,
    corpo: corpi.corpoTipoPendenza,
    save: saveTipoPendenza(porte),
  }),
  dominio: parte({ id: campi.idDominio, schema: DominioPost, to: toDominio, corpo: corpi.corpoDominio, save: saveDominio(porte) }),
  unitaOperativa: parte({
    id: campi.identificativo35,
    schema: UnitaOperativaPost,
    to: (idUnitaOperativa, body, idDominio) => toUnitaOperativa({ idDominio, idUnitaOperativa }, body),
    corpo: corpi.corpoUnita,
    save: saveUnitaOperativa(porte),
  }),
  conto: parte({
    id: campi.iban,
    schema: ContoAccreditoPost,
    to: (ibanAccredito, body, idDominio) => toContoAccredito({ idDominio, ibanAccredito }, body),
    corpo: corpi.corpoConto,
    save: saveContoAccredito(porte),
  }),
  entrataDominio: parte({
    id: campi.idEntrata,
    schema: EntrataDominioPost,
    to: (idEntrata, body, idDominio) => toEntrataDominio({ idDominio, idEntrata }, body),
    corpo: corpi.corpoEntrataDominio,
    save: saveEntrataDominio(porte),
  }),
  applicazione: parte({
    id: campi.idA2A,
    schema: ApplicazionePost,
    to: toApplicazione,
    corpo: corpi.corpoApplicazione,
    save: toStato(saveApplicazione(porte)),
  }),
  tipoPendenzaDominio: parte({
    id: campi.idTipoPendenza,
    schema: TipoPendenzaDominioPost,
    to: (idTipoPendenza, body, idDominio) => toTipoPendenzaDominio({ idDominio, idTipoPendenza }, body),
    corpo: corpi.corpoTipoPendenzaDominio,
    save: saveTipoPendenzaDominio(porte),
  }),
  ruolo: parte({
    id: addRuolo.params.shape.idRuolo,
    schema: RuoloPost,
    to: toRuolo,
    corpo: corpi.corpoRuolo,
    save: saveRuolo(porte),
  }),
  profiloLettura: parte({
    id: saveProfiloOperation.params.shape.nome,
    schema: NuovoProfiloLettura,
    to: (nome, body, idDominio) => toProfiloLettura({ idDominio, nome }, body),
    corpo: corpi.corpoProfiloLettura,
    save: saveProfiloLettura(porte),
  }),
  tracciatoContabile: parte({
    id: saveTracciatoOperation.params.shape.nome,
    schema: NuovoTracciatoContabile,
    to: (nome, body, idDominio) => toTracciatoContabile({ idDominio, nome }, body),
    corpo: corpi.corpoTracciatoContabile,
    save: saveTracciatoContabile(porte),
  }),
  impostazioniRiscontri: createImpostazioni(porte),
  instradamento: createInstradamenti(porte),
  configurazione: createConfigurazione(porte),
  operatore: parte({
    id: campi.principal,
    schema: OperatorePost,
    to: toOperatore,
    corpo: corpi.corpoOperatore,
    save: toStato(saveOperatore(porte)),
  }),
});

export const createTraduttore = (porte: Porte): Traduttore => {
  const parti = createParti(porte);
  return {
    describe: presentVoci,
    open: (voce) => {
      const aperta = parti[voce.sezione](voce.id, voce.corpo, voce.ambito ?? "");
      return aperta.ok ? ok({ ...voce, ...aperta.valore }) : aperta;
    },
  };
};
