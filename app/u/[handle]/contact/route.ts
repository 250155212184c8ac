/** The contact form: `?lang=`, `?m=` for the milestone it is about, `?s=` for the share one came by. */
export { getContact as GET, postContact as POST } from '@/app/_contact/contact';
