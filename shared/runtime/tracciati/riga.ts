/** A row of a batch through the contracts of the single requests: same fields, same limits, same sentences. */
import * as z from "zod";
import { giorno, idA2A, idPendenza } from "../../contracts/comuni/campi.ts";
import { NuovaPendenza as CorpoPendenza } from "../../contracts/pendenze/modelli-scrittura.ts";
import { type Esito, ko } from "../../domain/esito.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import { toNuovaPendenza } from "../../presenters/pendenze/nuova-pendenza.ts";
import { describeErrori } from "../http/errori.ts";

const Chiave = z.strictObject({ idA2A, idPendenza });
const DataAvvisatura = z.union([z.literal("MAI"), giorno]);

export const checkChiave = (chiave: { readonly idA2A: string; readonly idPendenza: string }): string | undefined => {
  const letta = Chiave.safeParse(chiave);
  return letta.success ? undefined : describeErrori(letta.error, "chiave");
};

export const parsePendenza = (corpo: unknown, dataAvvisatura: string | undefined): Esito<NuovaPendenza> => {
  const letto = CorpoPendenza.safeParse(corpo);
  if (!letto.success) return ko(describeErrori(letto.error, "riga"));
  const avvisatura = dataAvvisatura === undefined ? undefined : DataAvvisatura.safeParse(dataAvvisatura);
  if (avvisatura && !avvisatura.success) return ko("dataAvvisatura: attesa una data nella forma AAAA-MM-GG o MAI");
  return toNuovaPendenza(letto.data, avvisatura?.data);
};
