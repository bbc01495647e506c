/** The captcha services of others. */
import { createVerificaCaptcha } from "../../adapters/captcha/siteverify.ts";
import { createClient } from "./http.ts";

export const verifica = createVerificaCaptcha(createClient());
