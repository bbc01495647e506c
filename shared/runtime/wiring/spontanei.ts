/** Spontaneous payments, loaded at the first that comes: the endpoint serves a hundred verifications for each, and most of its instances never see one. */
import type { DemandAvviso } from "../../usecases/servizi/demand-avviso.ts";

let caricata: Promise<DemandAvviso> | undefined;

export const demand: DemandAvviso = async (...argomenti) => {
  caricata ??= import("./creazione-spontanei.ts").then((modulo) => modulo.demand);
  return (await caricata)(...argomenti);
};
