/** The form that reports a record to whoever runs the site: `?lang=`. */
export { getReport as GET, postReport as POST } from '@/app/_contact/report';
