/** Portal payments and attempts in the hands of an operator. */
import { mappaPagamento } from "../../adapters/archivio/mappe-posizione.ts";
import { wireUnitOfWork } from "./base.ts";
import { porteLettura } from "./letture-pendenze.ts";

export const porteVariazionePagamento = { ...porteLettura, unitOfWork: wireUnitOfWork({ pagamento: mappaPagamento }) };
