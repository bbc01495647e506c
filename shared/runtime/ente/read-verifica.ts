/** Reading of a verification: the same syntax rules as the body of a PUT, and the same sentences when it breaks them. */
import { PendenzaDellEnte, PendenzaVerificata, PendenzaVerificataV1 } from "../../contracts/ente/pendenza-verificata.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { PendenzaVerificata as Verificata } from "../../ports/verifica-ente.ts";
import { toNuovaPendenza } from "../../presenters/pendenze/nuova-pendenza.ts";
import { describeErrori } from "../http/errori.ts";
import { parseJson } from "../http/json.ts";

/** Free data belongs to the creditor: a null in there is its own. */
const LIBERI: ReadonlySet<string> = new Set(["datiAllegati", "proprietaCustom"]);

/** Systems that speak to GovPay often write null for what is absent, which a PUT does not take. */
const withoutNulli = (valore: unknown): unknown => {
  if (Array.isArray(valore)) return valore.map(withoutNulli);
  if (typeof valore !== "object" || valore === null) return valore;
  const campi = Object.entries(valore).filter(([, campo]) => campo !== null);
  return Object.fromEntries(campi.map(([nome, campo]) => [nome, LIBERI.has(nome) ? campo : withoutNulli(campo)]));
};

const readPendenza = (valore: unknown): Esito<NonNullable<Verificata["pendenza"]>> => {
  const letta = PendenzaDellEnte.safeParse(valore);
  if (!letta.success) return ko(describeErrori(letta.error, "pendenza"));
  const { idA2A, idPendenza, ...corpo } = letta.data;
  const nuova = toNuovaPendenza(corpo);
  return nuova.ok ? ok({ idA2A, idPendenza, nuova: nuova.valore }) : nuova;
};

/** @returns the verification, or what is wrong with it, in Italian, naming the field. */
export const readVerifica = (testo: string, versione: "REST v1" | "REST v2"): Esito<Verificata> => {
  const json = parseJson(testo);
  if (!json.ok) return json;
  const valore = withoutNulli(json.valore);
  const busta = (versione === "REST v1" ? PendenzaVerificataV1 : PendenzaVerificata).safeParse(valore);
  if (!busta.success) return ko(describeErrori(busta.error, "corpo"));
  const { stato, descrizioneStato, ...resto } = busta.data;
  const esito = { stato, ...(descrizioneStato !== undefined && { descrizioneStato }) };
  if (stato !== "NON_ESEGUITA") return ok(esito);
  const pendenza = readPendenza(versione === "REST v1" ? resto : resto["pendenza"]);
  return pendenza.ok ? ok({ ...esito, pendenza: pendenza.valore }) : pendenza;
};
