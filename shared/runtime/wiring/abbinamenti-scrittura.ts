/** Decisions of people on movements, and the notifications of the creditor's system. */
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import {
  mappaAbbinamento,
  mappaImpostazioni,
  mappaPagamentoNotificato,
  mappaProposta,
  mappaRegola,
} from "../../adapters/archivio/mappe-abbinamento.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteDecisioni = {
  abbinamenti: new ArchivioAbbinamenti(deposito),
  posizioni,
  rendicontazioni: new ArchivioRendicontazioni(deposito),
  tesoreria: new ArchivioTesoreria(deposito),
  unitOfWork: wireUnitOfWork({
    abbinamento: mappaAbbinamento,
    proposta: mappaProposta,
    regola: mappaRegola,
    pagamentoNotificato: mappaPagamentoNotificato,
    impostazioniRiscontri: mappaImpostazioni,
  }),
  clock,
  ids,
};

export const porteImpostazioni = { ...porteDecisioni, registro: createRegistroDiBase(deposito) };
