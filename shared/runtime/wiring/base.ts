/** What almost every function needs: store, registry, clock, ids. One instance of each per function instance. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AnagraficheInCache } from "../../adapters/archivio/anagrafiche.ts";
import { createImpronte } from "../../adapters/archivio/impronte.ts";
import { ScrittureEventi } from "../../adapters/archivio/scritture-eventi.ts";
import { ArchivioUnitOfWork, type Mappe } from "../../adapters/archivio/unit-of-work.ts";
import { DepositoDynamoDb } from "../../adapters/dynamodb/deposito.ts";
import { clockDiSistema } from "../../adapters/sistema/clock.ts";
import { idsCasuali } from "../../adapters/sistema/ids.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { currentChiave } from "../chiave-in-corso.ts";
import { config } from "../config/config.ts";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }), { marshallOptions: { removeUndefinedValues: true } });

export const clock = clockDiSistema;
export const ids = idsCasuali;
export const deposito = new DepositoDynamoDb(client, config.tabelle);
/** Digests under which tax codes are listed. */
export const impronte = createImpronte(config.chiaviImpronte);
export const anagrafiche = new AnagraficheInCache(deposito, clock);

/** `documenti`: where the large messages of the journal go, in functions that may meet some. */
export const wireUnitOfWork = (mappe: Partial<Mappe>, documenti?: Pick<Documenti, "put">): UnitOfWork =>
  new ArchivioUnitOfWork(deposito, mappe, clock, ids, {
    conservazioneEventiGiorni: config.conservazioneEventiGiorni,
    impronte,
    chiaveInCorso: currentChiave,
    ...(documenti && { documenti }),
  });

/** For journal entries without a change of state. */
export const giornale = new ScrittureEventi(deposito, { giorni: config.conservazioneEventiGiorni });
