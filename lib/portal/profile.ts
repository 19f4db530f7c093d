import type {
  AgencyRule,
  BusyRule,
  ControlRule,
  DocumentsRule,
  DossierRule,
  FeeRule,
  MethodRule,
  PaymentRules,
  ProcedureRule,
  ProgressRules,
  StepRule,
  TextRule,
  ToastRules,
  UploadRules,
  WizardRule,
} from './rules.ts';

/**
 * What is known of one form system: data only, so that a label that changed is mended by one line. All texts are
 * folded (lib/text); all paths are regular expressions on pathname + hash. What is not known is left out.
 */
export interface PortalProfile {
  id: string;
  /** What people call it. */
  name: string;
  hosts: readonly string[];
  /** Hosts of the frames that hold its declaration. They are no pages of a road. */
  frames?: readonly string[];
  login: {
    /** Hosts of the login itself. Nothing of ours runs there; they are only recognised as a referrer. */
    hosts: readonly string[];
    start: readonly ControlRule[];
    /** Any of them visible shows that someone is logged in. */
    done: readonly ControlRule[];
    out: readonly ControlRule[];
  };
  steps: readonly StepRule[];
  wizard?: WizardRule;
  procedures: readonly ProcedureRule[];
  agency?: AgencyRule;
  /** Controls that open the online form, here or on a host of another system. */
  opens?: readonly ControlRule[];
  form: { id: string; path: string; error?: string };
  documents?: DocumentsRule;
  uploads?: UploadRules;
  fee?: FeeRule;
  payment?: PaymentRules;
  resultMethods: readonly MethodRule[];
  /** Controls that go on to another step. */
  next?: readonly ControlRule[];
  /** Controls that go back to the step before: what comes is waited for as well. */
  back?: readonly ControlRule[];
  submit: readonly ControlRule[];
  /** Controls that look like the submit and are not. What meets one of them is never a submit. */
  decoys: readonly ControlRule[];
  /** The form's own checks refused the click. */
  invalid: { id: string };
  result: readonly TextRule[];
  dossier?: DossierRule;
  toasts?: ToastRules;
  busy?: BusyRule;
  progress?: ProgressRules;
}
